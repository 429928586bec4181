import { type KeyboardEvent, useState } from 'react';
import { runAction } from '../actions/actions.ts';
import { endTab } from '../actions/end-tab.ts';
import { actionOfKey } from '../actions/shortcuts.ts';
import { useAction } from '../actions/use-action.ts';
import { isMenuKey, placeUnder } from '../features/jump-interface/menu-key.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { ConsoleTab } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB, type TabId } from '../store/tabs-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { MenuPlace } from '../ui/menu-at.tsx';
import { ClosableTab } from './closable-tab.tsx';
import { ConnectionPill } from './connection-pill.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { Tab } from './tab.tsx';
import { tabElementId } from './tab-ids.ts';
import { TabMenu } from './tab-menu.tsx';
import { TabNameField } from './tab-name-field.tsx';
import styles from './tab-strip.module.css';
import { useTabDrag } from './use-tab-drag.ts';

type Props = { tabs: readonly ConsoleTab[]; shownTab: TabId };

/** On top of the window: the Jump interface, a tab for each support session and each Local VNC, the connection, the settings. */
export function TabStrip({ tabs: others, shownTab }: Props) {
  const console = useConsole();
  const namingTab = useConsoleState((state) => state.namingTab);
  const { drag, onPointerDown } = useTabDrag();
  const [menu, setMenu] = useState<{ tab: ConsoleTab; at: MenuPlace } | null>(null);
  const tabs: readonly TabId[] = [JUMP_INTERFACE_TAB, ...others.map(({ id }) => id)];
  const choose = (tab: TabId) => console.store.getState().chooseTab(tab);
  const openMenu = (tab: ConsoleTab, at: MenuPlace) => {
    choose(tab.id); // what the menu does is about the tab that is shown
    setMenu({ tab, at });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element && event.target.role === 'tab')) return;
    const next = tabOfKey(event.key, tabs, shownTab);
    const action = actionOfKey(event, 'tabs');
    const shown = others.find(({ id }) => id === shownTab);
    if (next !== undefined) {
      choose(next);
      document.getElementById(tabElementId(next))?.focus();
    } else if (action !== null) runAction(action, console);
    else if (shown !== undefined && isMenuKey(event)) openMenu(shown, placeUnder(event.target));
    else return;
    event.preventDefault();
  };

  return (
    <header className={styles.strip}>
      {/* The close buttons stand beside their tabs, not in them: the list owns the tabs alone. */}
      <div
        role="tablist"
        aria-label={t('console.tabs')}
        aria-owns={tabs
          .filter((id) => id !== namingTab)
          .map(tabElementId)
          .join(' ')}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the tabs within */}
      <div className={styles.tabs} onKeyDown={onKeyDown}>
        <Tab id={JUMP_INTERFACE_TAB} shownTab={shownTab} onChoose={choose}>
          <Icon name="jump-interface" />
          {t('jump-interface.title')}
        </Tab>
        {others.map((tab) =>
          tab.id === namingTab ? (
            <TabNameField key={tab.id} tab={tab} />
          ) : (
            <ClosableTab
              key={tab.id}
              tab={tab}
              shownTab={shownTab}
              mark={drag === null ? null : markOf(tab.id, drag, others.at(-1)?.id)}
              onChoose={choose}
              onClose={() => endTab(console, tab.id)}
              onMenu={(at) => openMenu(tab, at)}
              onPointerDown={(down) => onPointerDown(tab.id, down)}
            />
          ),
        )}
      </div>
      <Moved tabs={others} shownTab={shownTab} />
      {menu !== null && <TabMenu name={menu.tab.name} at={menu.at} onClose={() => setMenu(null)} />}
      <SessionKeyButton />
      <ConnectionPill />
      <SettingsMenu />
    </header>
  );
}

/** How a tab is marked while one is dragged: as that one, or as what it would come to stand before or behind. */
function markOf(
  id: TabId,
  drag: { readonly id: TabId; readonly before: TabId | null },
  last: TabId | undefined,
): 'dragged' | 'before' | 'behind' | null {
  if (id === drag.id) return 'dragged';
  if (id === drag.before) return 'before';
  return drag.before === null && id === last ? 'behind' : null;
}

/** Says, for who does not see it, where a tab went that was moved. */
function Moved({ tabs, shownTab }: Props) {
  const place = tabs.findIndex(({ id }) => id === shownTab);
  const [known, setKnown] = useState({ shownTab, place, count: tabs.length, text: '' });
  if (known.shownTab !== shownTab || known.place !== place || known.count !== tabs.length) {
    const hasMoved = known.shownTab === shownTab && known.count === tabs.length && place >= 0;
    const name = tabs[place]?.name ?? '';
    const text = hasMoved ? t('tab.moved', { name, place: place + 1, count: tabs.length }) : '';
    setKnown({ shownTab, place, count: tabs.length, text });
  }
  return (
    <span className={styles.spoken} role="status">
      {known.text}
    </span>
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
