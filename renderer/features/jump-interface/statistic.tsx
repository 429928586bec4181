import type { ReactNode } from 'react';
import styles from './statistics-pane.module.css';
import type { Telling } from './told.ts';

export type StatisticRow = {
  readonly key: string;
  readonly name: string;
  /** Empty: there is nothing to say, and the row is left out. */
  readonly value: string;
  readonly told?: Telling | undefined;
  /** Drawn under the value. */
  readonly more?: ReactNode;
};

/**
 * Statistics under a title, which says how old most of them are; one of another age says so itself. So every
 * statistic tells its age, and the values keep their room.
 */
export function StatisticsSection({ title, rows }: { title: string; rows: readonly StatisticRow[] }) {
  const shown = rows.filter((row) => row.value !== '');
  if (shown.length === 0) return null;
  const age = commonAge(shown);
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title}
        {age !== undefined && <span className={styles.age}>{age}</span>}
      </h3>
      <dl className={styles.list}>
        {shown.map((row) => (
          <div key={row.key} className={styles.statistic}>
            <dt title={row.name}>{row.name}</dt>
            <dd title={row.told === undefined ? row.value : `${row.value}\n${row.told.at}`}>
              <bdi className={styles.value}>{row.value}</bdi>
              {row.told !== undefined && row.told.age !== age && (
                <span className={styles.age}>{row.told.age}</span>
              )}
              {row.more}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The age that most rows have. */
function commonAge(rows: readonly StatisticRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { told } of rows) {
    if (told !== undefined) counts.set(told.age, (counts.get(told.age) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one);
  return most?.[0];
}
