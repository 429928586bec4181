import type { KeyboardEvent, ReactNode } from 'react';
import { endTab } from '../actions/end-tab.ts';
import { useAction } from '../actions/use-action.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { ConsoleTab } from '../store/selectors.ts';
import { isVncTab, JUMP_INTERFACE_TAB, type TabId } from '../store/tabs-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ConnectionPill } from './connection-pill.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { panelElementId, tabElementId } from './tab-ids.ts';
import styles from './tab-strip.module.css';

type Props = { tabs: readonly ConsoleTab[]; shownTab: TabId };

/** On top of the window: the Jump interface, a tab for each support session and each Local VNC, the connection, the settings. */
export function TabStrip({ tabs: others, shownTab }: Props) {
  const console = useConsole();
  const tabs: readonly TabId[] = [JUMP_INTERFACE_TAB, ...others.map(({ id }) => id)];
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
        {others.map((tab) => (
          <ClosableTab
            key={tab.id}
            tab={tab}
            shownTab={shownTab}
            onChoose={choose}
            onClose={() => endTab(console, tab.id)}
          />
        ))}
      </div>
      <SessionKeyButton />
      <ConnectionPill />
      <SettingsMenu />
    </header>
  );
}

/** How a session with a customer starts. */
function SessionKeyButton() {
  const { label, shortcut, icon, isAvailable, run } = useAction('session-key');
  return (
    <Button
      className={styles.start}
      label={label}
      icon={icon}
      hint={shortcut}
      isDisabled={!isAvailable}
      onPress={run}
    />
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

type ClosableTabProps = Omit<TabProps, 'id' | 'children'> & { tab: ConsoleTab; onClose: () => void };

function ClosableTab({ tab: { id, name }, shownTab, onChoose, onClose }: ClosableTabProps) {
  const isEnding = useConsoleState((state) => !isVncTab(id) && state.endingIds.has(id));
  const isOver = useConsoleState((state) => isVncTab(id) && state.vncTabs.get(id)?.isOver === true);
  const unread = useConsoleState((state) => (isVncTab(id) ? 0 : (state.unreadMessages.get(id) ?? 0)));
  return (
    <div className={styles.session} data-shown={id === shownTab || undefined}>
      <Tab id={id} shownTab={shownTab} onChoose={onChoose}>
        <span className={styles.dot} data-over={isOver || undefined} />
        <bdi className={styles.name} title={name}>
          {name}
        </bdi>
        {unread > 0 && (
          <span className={styles.unread} role="img" aria-label={t('chat.unread', { count: unread })}>
            {unread}
          </span>
        )}
        {isEnding && <span className={styles.ending}>{t('tab.ending')}</span>}
      </Tab>
      <button
        type="button"
        className={styles.close}
        aria-label={t('tab.close', { name })}
        title={t('support-session.end')}
        aria-disabled={isEnding || undefined}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
