import type { PointerEvent } from 'react';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { ConsoleTab } from '../store/selectors.ts';
import { isVncTab, type TabId } from '../store/tabs-slice.ts';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import type { MenuPlace } from '../ui/menu-at.tsx';
import { Tab } from './tab.tsx';
import styles from './tab-strip.module.css';

type Props = {
  tab: ConsoleTab;
  shownTab: TabId;
  /** While a tab is dragged: it is this one, or it would come to stand before or behind it. */
  mark: 'dragged' | 'before' | 'behind' | null;
  onChoose: (id: TabId) => void;
  onClose: () => void;
  onMenu: (at: MenuPlace) => void;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
};

/** The tab of a support session or a Local VNC, and the button beside it that closes it. */
export function ClosableTab({ tab, shownTab, mark, onChoose, onClose, onMenu, onPointerDown }: Props) {
  const { id, name, itemName } = tab;
  const { store } = useConsole();
  const isEnding = useConsoleState((state) => !isVncTab(id) && state.endingIds.has(id));
  const isOver = useConsoleState((state) => isVncTab(id) && state.vncTabs.get(id)?.isOver === true);
  const unread = useConsoleState((state) => (isVncTab(id) ? 0 : (state.unreadMessages.get(id) ?? 0)));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; keys are those of the tab within
    <div
      className={styles.session}
      data-tab-id={id}
      data-shown={id === shownTab || undefined}
      data-mark={mark ?? undefined}
      onPointerDown={onPointerDown}
      onDoubleClick={() => store.getState().setNamingTab(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <Tab id={id} shownTab={shownTab} onChoose={onChoose}>
        <span className={styles.dot} data-over={isOver || undefined} />
        <bdi
          className={styles.name}
          title={name === itemName ? name : t('tab.named', { name, item: itemName })}
        >
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
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
