import type { JumpItem, Platform } from '#app/domain/jump-item.ts';
import { type JumpItemStatus, jumpItemStatus } from '#app/domain/jump-item-status.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import type { StatisticsGroup } from './statistic-row.ts';

/** So many different values of one thing are told apart; the rest is added up. */
const MOST_VALUES = 8;

/** What several items have in common and what not: how many there are of each status, platform, version and group. */
export function countTotals(items: Iterable<JumpItem>, labels: GroupLabels): readonly StatisticsGroup[] {
  const status = new Map<JumpItemStatus, number>();
  const platform = new Map<Platform, number>();
  const version = new Map<string, number>();
  const group = new Map<string, number>();
  for (const item of items) {
    count(status, jumpItemStatus(item));
    count(group, labels.get(item.jumpGroupId) ?? '');
    if (item.method !== 'jump-client') continue;
    count(platform, item.platform);
    count(version, item.version);
  }
  return [
    groupOf(
      t('totals.status'),
      named(status, (value) => t(`status.${value}`)),
    ),
    groupOf(
      t('totals.platform'),
      named(platform, (value) => t(`platform.${value}`)),
    ),
    groupOf(t('totals.version'), version),
    groupOf(t('totals.group'), group),
  ].filter(({ rows }) => rows.length > 0);
}

function count<T extends string>(counts: Map<T, number>, name: T): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Names come last, one for each value: there may be thousands of items, and they change many times a second. */
function named<T extends string>(
  counts: ReadonlyMap<T, number>,
  nameOf: (value: T) => string,
): ReadonlyMap<string, number> {
  return new Map([...counts].map(([value, number]) => [nameOf(value), number]));
}

function groupOf(title: string, counts: ReadonlyMap<string, number>): StatisticsGroup {
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one);
  const rest = sorted.slice(MOST_VALUES).reduce((sum, [, number]) => sum + number, 0);
  const rows = sorted.slice(0, MOST_VALUES).map(([name, number]) => ({
    key: `value ${name}`,
    name: name === '' ? t('totals.none') : name,
    value: t('totals.count', { count: number }),
  }));
  if (rest > 0) rows.push({ key: 'rest', name: t('totals.rest'), value: t('totals.count', { count: rest }) });
  return { title, rows, isCounts: true };
}
