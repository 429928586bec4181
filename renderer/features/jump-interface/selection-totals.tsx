import { useMemo } from 'react';
import type { JumpItemId } from '#app/domain/ids.ts';
import { createSummaryCounter } from '#app/domain/jump-item-summary.ts';
import { useConsoleState, useGroupLabels } from '../../store/console-context.tsx';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import { t } from '../../texts.ts';
import { useUnhurried } from '../../ui/use-unhurried.ts';
import { ActionButton } from './action-button.tsx';
import { countTotals } from './count-totals.ts';
import { JumpButton } from './jump-button.tsx';
import { JumpOutlook } from './jump-outlook.tsx';
import { selectionLoad } from './selection-load.ts';
import styles from './statistics-pane.module.css';
import { StatisticsSections } from './statistics-sections.tsx';

type Props = { selected: readonly JumpItemRow[]; selectedIds: ReadonlySet<JumpItemId> };

/** The totals of several selected items, and of a few of them the load: a selection may hold the whole list. */
export function SelectionTotals({ selected: listed, selectedIds }: Props) {
  const selected = useUnhurried(listed, selectedIds);
  const labels = useGroupLabels();
  const groups = useMemo(
    () =>
      countTotals(
        selected.map(({ item }) => item),
        labels,
      ),
    [selected, labels],
  );
  const reports = useConsoleState((state) => state.statistics);
  const load = useMemo(
    () =>
      selectionLoad(
        selected.map(({ item }) => item),
        reports,
      ),
    [selected, reports],
  );
  const summary = useMemo(() => {
    const counter = createSummaryCounter();
    for (const { bucket } of selected) counter.count(bucket, 1);
    return t('totals.summary', counter.summary());
  }, [selected]);
  const title = t('totals.title', { count: selected.length });
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.name}>{title}</h2>
        <p className={styles.status}>{summary}</p>
        <div className={styles.acts}>
          <JumpButton />
          <ActionButton id="properties" withIcon={false} />
        </div>
        <JumpOutlook />
      </header>
      <StatisticsSections name={title} groups={load === null ? groups : [load, ...groups]} />
    </>
  );
}
