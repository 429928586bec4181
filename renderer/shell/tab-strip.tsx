import type { KeyboardEvent, ReactNode } from 'react';
import type { SupportSession } from '#app/domain/support-session.ts';
import { endSupportSession } from '../actions/end-support-session.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import { JUMP_INTERFACE_TAB, type TabId } from '../store/tabs-slice.ts';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { ConnectionPill } from './connection-pill.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { panelElementId, tabElementId } from './tab-ids.ts';
import styles from './tab-strip.module.css';

type Props = { sessions: readonly SupportSession[]; shownTab: TabId };

/** On top of the window: the Jump interface, a tab for each support session, the connection, the settings. */
export function TabStrip({ sessions, shownTab }: Props) {
  const console = useConsole();
  const tabs: readonly TabId[] = [JUMP_INTERFACE_TAB, ...sessions.map((session) => session.id)];
  const choose = (tab: TabId) => console.store.getState().chooseTab(tab);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabOfKey(event.key, tabs, shownTab);
    if (next === undefined || !(event.target instanceof Element && event.target.role === 'tab')) return;
    event.preventDefault();
    choose(next);
    document.getElementById(tabElementId(next))?.focus();
  };

  return (
    <header className={styles.strip}>
      {/* The close buttons stand beside their tabs, not in them: the list owns the tabs alone. */}
      <div role="tablist" aria-label={t('console.tabs')} aria-owns={tabs.map(tabElementId).join(' ')} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tabs within */}
      <div className={styles.tabs} onKeyDown={onKeyDown}>
        <Tab id={JUMP_INTERFACE_TAB} shownTab={shownTab} onChoose={choose}>
          <Icon name="jump-interface" />
          {t('jump-interface.title')}
        </Tab>
        {sessions.map((session) => (
          <SessionTab
            key={session.id}
            session={session}
            shownTab={shownTab}
            onChoose={choose}
            onClose={() => void endSupportSession(console, session)}
          />
        ))}
      </div>
      <ConnectionPill />
      <SettingsMenu />
    </header>
  );
}

function tabOfKey(key: string, tabs: readonly TabId[], shown: TabId): TabId | undefined {
  const index = tabs.indexOf(shown);
  const target = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: tabs.length - 1 }[key];
  return target === undefined ? undefined : tabs[(target + tabs.length) % tabs.length];
}

type TabProps = { id: TabId; shownTab: TabId; onChoose: (id: TabId) => void; children: ReactNode };

function Tab({ id, shownTab, onChoose, children }: TabProps) {
  const isShown = id === shownTab;
  return (
    <button
      type="button"
      role="tab"
      id={tabElementId(id)}
      className={styles.tab}
      aria-selected={isShown}
      aria-controls={panelElementId(id)}
      tabIndex={isShown ? 0 : -1}
      onClick={() => onChoose(id)}
    >
      {children}
    </button>
  );
}

type SessionTabProps = Omit<TabProps, 'id' | 'children'> & { session: SupportSession; onClose: () => void };

function SessionTab({ session, shownTab, onChoose, onClose }: SessionTabProps) {
  const isEnding = useConsoleState((state) => state.endingIds.has(session.id));
  return (
    <div className={styles.session} data-shown={session.id === shownTab || undefined}>
      <Tab id={session.id} shownTab={shownTab} onChoose={onChoose}>
        <span className={styles.dot} />
        <bdi className={styles.name} title={session.name}>
          {session.name}
        </bdi>
        {isEnding && <span className={styles.ending}>{t('tab.ending')}</span>}
      </Tab>
      <button
        type="button"
        className={styles.close}
        aria-label={t('tab.close', { name: session.name })}
        title={t('support-session.end')}
        aria-disabled={isEnding || undefined}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
