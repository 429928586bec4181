import type { JumpItem } from '#app/domain/jump-item.ts';
import { useConsole, useConsoleState, useJumpItemList } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { JumpClientStatistics } from './jump-client-statistics.tsx';
import { JumpShortcutFields } from './jump-shortcut-fields.tsx';
import { StatisticsHead } from './statistics-head.tsx';
import styles from './statistics-pane.module.css';

/** The right pane: the statistics of the selected item, a Jump button on top (R1.6). */
export function StatisticsPane({ isVisible }: { isVisible: boolean }) {
  const { rows } = useConsole();
  useJumpItemList();
  const activeId = useConsoleState((state) => state.activeId);
  const item = activeId === null ? undefined : rows.get(activeId);
  return (
    <div className={styles.pane}>
      {item === undefined ? (
        <EmptyState
          icon="information"
          title={t('statistics.nothing.title')}
          text={t('statistics.nothing.text')}
        />
      ) : (
        <SelectedStatistics item={item} isVisible={isVisible} />
      )}
    </div>
  );
}

function SelectedStatistics({ item, isVisible }: { item: JumpItem; isVisible: boolean }) {
  const report = useConsoleState((state) => state.statistics.get(item.id));
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  // Ages are told on the appliance's clock, on which everything was reported.
  const now = useNow(isVisible) + applianceAheadMs;
  return (
    <>
      <StatisticsHead item={item} lastHeardAt={report?.lastHeardAt} now={now} />
      {item.method === 'jump-client' ? (
        <JumpClientStatistics item={item} report={report} now={now} />
      ) : (
        <JumpShortcutFields item={item} now={now} />
      )}
    </>
  );
}
