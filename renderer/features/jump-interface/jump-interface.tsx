import { type CSSProperties, useCallback, useRef, useState } from 'react';
import { runAction } from '../../actions/actions.ts';
import { isLive } from '../../store/connection-slice.ts';
import {
  useConsole,
  useConsoleState,
  useGroupLabels,
  useJumpItemList,
} from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import type { MenuPlace } from '../../ui/menu-at.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { JumpGroupsPane } from './jump-groups-pane.tsx';
import styles from './jump-interface.module.css';
import { JumpItemMenu } from './jump-item-menu.tsx';
import { JumpItemTable } from './jump-item-table.tsx';
import { JumpItemsEmpty } from './jump-items-empty.tsx';
import { JumpToolbar } from './jump-toolbar.tsx';
import { LoadingLine } from './loading-line.tsx';
import { SavedViewsPane } from './saved-views-pane.tsx';
import { SearchLine } from './search-line.tsx';
import { StatisticsPane } from './statistics-pane.tsx';
import { TeamMembersPane } from './team-members-pane.tsx';
import { useListMarks } from './use-list-marks.ts';
import { usePaneWidths } from './use-pane-widths.ts';
import { useSearchMarks } from './use-search-marks.ts';

/** The Jump interface: Jump Groups, Jump Items and the statistics of the selected one (R1). */
export function JumpInterface({ isVisible }: { isVisible: boolean }) {
  const { store } = useConsole();
  const root = useRef<HTMLDivElement>(null);
  const kept = useConsoleState((state) => state.preferences.paneWidths);
  const widths = usePaneWidths();
  const move = (side: 'left' | 'right') => (width: number) =>
    root.current?.style.setProperty(`--${side}`, `${width}px`);
  const rest = (side: 'left' | 'right') => (width: number) =>
    store.getState().changePreferences({ paneWidths: { ...kept, [side]: width } });
  return (
    <div
      ref={root}
      className={styles.panes}
      style={{ '--left': `${widths.left}px`, '--right': `${widths.right}px` } as CSSProperties}
    >
      <h1 className="only-spoken">{t('jump-interface.title')}</h1>
      <nav className={styles.left} aria-label={t('jump-groups.title')}>
        <JumpGroupsPane />
        <TeamMembersPane />
        <SavedViewsPane />
        <Splitter
          label={t('jump-interface.resize-left')}
          side="left"
          width={widths.left}
          min={140}
          max={480}
          onMove={move('left')}
          onRest={rest('left')}
        />
      </nav>
      <JumpItemsPane />
      <aside className={styles.right} aria-label={t('statistics.title')}>
        <Splitter
          label={t('jump-interface.resize-right')}
          side="right"
          width={widths.right}
          min={200}
          max={560}
          onMove={move('right')}
          onRest={rest('right')}
        />
        <StatisticsPane isVisible={isVisible} />
      </aside>
    </div>
  );
}

/** The centre: toolbar, search and table. */
function JumpItemsPane() {
  const console = useConsole();
  const pane = useRef<HTMLElement>(null);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const list = useJumpItemList();
  const marks = useSearchMarks(list.query);
  const groupLabels = useGroupLabels();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  const activeId = useConsoleState((state) => state.activeId);
  const startingIds = useConsoleState((state) => state.startingIds);
  const live = useConsoleState((state) => isLive(state.connection));
  useListMarks(list);

  const focusGrid = useCallback(() => pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus(), []);
  const onJump = useCallback(() => runAction('jump', console), [console]);
  const goToFirst = useCallback(() => {
    const { store, rows } = console;
    const [first] = rows.getList().rows;
    if (first === undefined) return;
    const active = store.getState().activeId;
    if (active === null || rows.indexOf(active) === -1) store.getState().selectJumpItem(first.id);
    focusGrid();
  }, [console, focusGrid]);

  return (
    <section ref={pane} className={styles.center} aria-label={t('jump-items.title')}>
      <JumpToolbar loading={list.loading} onSearchEnter={goToFirst} />
      <SearchLine list={list} />
      <LoadingLine loading={list.loading} />
      {list.rows.length === 0 && list.loading === null ? (
        <JumpItemsEmpty />
      ) : (
        <JumpItemTable
          list={list}
          context={{ marks, groupLabels }}
          selectedIds={selectedIds}
          activeId={activeId}
          startingIds={startingIds}
          isOutOfDate={!live}
          onJump={onJump}
          onMenu={setMenuAt}
        />
      )}
      {menuAt !== null && (
        <JumpItemMenu
          at={menuAt}
          onClose={() => {
            setMenuAt(null);
            focusGrid();
          }}
        />
      )}
    </section>
  );
}
