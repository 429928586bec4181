import { useMemo } from 'react';
import { createSummaryCounter } from '#app/domain/jump-item-summary.ts';
import { useGroupLabels } from '../../store/console-context.tsx';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import { t } from '../../texts.ts';
import { countTotals } from './count-totals.ts';
import { JumpButton } from './jump-button.tsx';
import { JumpOutlook } from './jump-outlook.tsx';
import styles from './statistics-pane.module.css';
import { StatisticsSections } from './statistics-sections.tsx';

/** The totals of several selected items. Their statistics are not asked for: a selection may hold the whole list. */
export function SelectionTotals({ selected }: { selected: readonly JumpItemRow[] }) {
  const labels = useGroupLabels();
  const groups = useMemo(
    () =>
      countTotals(
        selected.map(({ item }) => item),
        labels,
      ),
    [selected, labels],
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
        <JumpButton />
        <JumpOutlook />
      </header>
      <StatisticsSections name={title} groups={groups} />
    </>
  );
}
