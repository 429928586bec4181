import type { JumpClient } from '#app/domain/jump-item.ts';
import type { SparklinePoint } from '../../ui/sparkline.tsx';
import type { Telling } from './told.ts';

/** One statistic as the pane shows it and as it is copied. */
export type StatisticRow = {
  readonly key: string;
  readonly name: string;
  /** Empty: there is nothing to say, and the row is left out. */
  readonly value: string;
  readonly told?: Telling | undefined;
  /** Of a share: drawn under the value. */
  readonly percent?: number | undefined;
  /** The last hour of it, and what that says to who does not see it. */
  readonly history?:
    | { readonly label: string; readonly lines: readonly (readonly SparklinePoint[])[] }
    | undefined;
  /** Drawn behind the value. */
  readonly mode?: JumpClient['mode'] | undefined;
  /** Stands small under the rest. */
  readonly note?: string | undefined;
};

export type StatisticsGroup = {
  readonly title: string;
  readonly rows: readonly StatisticRow[];
  /** Its values are numbers of items, which stand under each other. */
  readonly isCounts?: true;
};

/** Without the rows that have nothing to say, and the groups that are left without any. */
export function tellingGroups(groups: readonly StatisticsGroup[]): readonly StatisticsGroup[] {
  return groups
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => row.value !== '') }))
    .filter(({ rows }) => rows.length > 0);
}

/** Everything in lines, as it is copied. */
export function statisticsText(
  heading: string,
  groups: readonly StatisticsGroup[],
  comments: string,
): string {
  const parts = groups.map(({ title, rows }) =>
    [title, ...rows.map(({ name, value, note }) => `  ${name}: ${value}${note ? ` (${note})` : ''}`)].join(
      '\n',
    ),
  );
  return [heading, ...parts, comments].filter((part) => part !== '').join('\n\n');
}
