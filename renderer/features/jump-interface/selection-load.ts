import { isGone, type JumpItem } from '#app/domain/jump-item.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { MOST_WATCHED } from '../../store/watched-items.ts';
import { t } from '../../texts.ts';
import { percentOf } from './load-rows.ts';
import type { StatisticRow, StatisticsGroup } from './statistic-row.ts';

/** One load of one computer, and where it is: on which computer, and for a disk on which. */
type Load = { readonly percent: number; readonly place: string };

type Reports = ReadonlyMap<JumpItem['id'], StatisticsReport>;

/**
 * The load of several computers that are there now: the middle of each, the highest, and whose that is. Nothing for
 * more of them than are watched.
 */
export function selectionLoad(items: readonly JumpItem[], reports: Reports): StatisticsGroup | null {
  if (items.length > MOST_WATCHED) return null;
  const present = items.filter((item) => item.method === 'jump-client' && !isGone(item));
  const cpu: Load[] = [];
  const memory: Load[] = [];
  const disks: Load[] = [];
  for (const { id, name } of present) {
    const { statistics } = reports.get(id) ?? {};
    if (statistics?.cpu) cpu.push({ percent: statistics.cpu.percent, place: name });
    if (statistics?.memory) memory.push({ percent: percentOf(statistics.memory), place: name });
    const full = (statistics?.disks ?? []).map((disk) => ({
      percent: percentOf(disk),
      place: t('totals.load-disk', { name, mount: disk.mount }),
    }));
    const fullest = highestOf(full);
    if (fullest !== undefined) disks.push(fullest);
  }
  const rows = [
    ...rowOf('cpu', t('statistics.cpu'), cpu),
    ...rowOf('memory', t('statistics.memory'), memory),
    ...rowOf('disk', t('totals.load-fullest'), disks),
  ];
  return rows.length === 0 ? null : { title: t('totals.load', { count: cpu.length }), rows };
}

function rowOf(key: string, name: string, loads: readonly Load[]): readonly StatisticRow[] {
  const highest = highestOf(loads);
  if (highest === undefined) return [];
  const percent = Math.round(highest.percent);
  const value = t('totals.load-value', { highest: percent, median: Math.round(medianOf(loads)) });
  return [{ key: `load ${key}`, name, value, percent, note: t('totals.load-at', { place: highest.place }) }];
}

function highestOf(loads: readonly Load[]): Load | undefined {
  return loads.toSorted((one, other) => other.percent - one.percent)[0];
}

/** Of an even number the mean of the two in the middle. */
function medianOf(loads: readonly Load[]): number {
  const sorted = loads.map(({ percent }) => percent).toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
