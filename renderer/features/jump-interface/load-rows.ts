import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import type { StatisticsHistory } from '#app/domain/statistics-history.ts';
import { t } from '../../texts.ts';
import { bytesText } from './bytes-text.ts';
import { type LoadOf, loadLines, loadRange } from './load-history.ts';
import type { StatisticRow } from './statistic-row.ts';
import type { Told } from './told.ts';

type Props = {
  statistics: StatisticsUpdate;
  history: StatisticsHistory | undefined;
  told: Told;
  now: number;
  isGone: boolean;
};
type Usage = { readonly usedBytes: number; readonly totalBytes: number };

/** How much the computer has to do: processor, memory and disks, each with its last hour. */
export function loadRows({ statistics, history, told, now, isGone }: Props): readonly StatisticRow[] {
  const { cpu, memory, disks = [] } = statistics;
  const past = (loadOf: LoadOf, name: string, percent: number) =>
    history === undefined ? undefined : pastOf(history, loadOf, name, isGone ? null : percent, now);
  const rows: StatisticRow[] = [];
  if (cpu !== undefined) {
    const name = t('statistics.cpu');
    rows.push({
      ...shareRow('cpu', name, cpu.percent),
      note: t('statistics.cores', { model: cpu.model, cores: cpu.cores }),
      history: past((sample) => sample.cpuPercent, name, cpu.percent),
      told: told('cpu'),
    });
  }
  if (memory !== undefined) {
    const name = t('statistics.memory');
    const row = usageRow('memory', name, memory);
    rows.push({
      ...row,
      history: past((sample) => sample.memoryPercent, name, percentOf(memory)),
      told: told('memory'),
    });
  }
  for (const disk of disks) {
    const row = usageRow(`disk ${disk.mount}`, disk.mount, disk);
    const place = history?.disks.indexOf(disk.mount) ?? -1;
    const loadOf: LoadOf = ({ diskPercents }) => diskPercents[place] ?? null;
    rows.push({ ...row, history: past(loadOf, disk.mount, percentOf(disk)), told: told('disks') });
  }
  return rows;
}

function pastOf(
  history: StatisticsHistory,
  loadOf: LoadOf,
  name: string,
  percentNow: number | null,
  now: number,
): StatisticRow['history'] {
  const lines = loadLines(history.load, loadOf, now);
  const range = loadRange(history.load, loadOf, now);
  if (range === null) return undefined;
  const label = t(percentNow === null ? 'history.load-past' : 'history.load', {
    name,
    low: Math.round(range.low),
    high: Math.round(range.high),
    now: Math.round(percentNow ?? 0),
  });
  return { label, lines };
}

/** How full something is. */
export function percentOf({ usedBytes, totalBytes }: Usage): number {
  return totalBytes === 0 ? 0 : (usedBytes / totalBytes) * 100;
}

function usageRow(key: string, name: string, usage: Usage): StatisticRow {
  const { usedBytes, totalBytes } = usage;
  const note = t('statistics.used', { used: bytesText(usedBytes), total: bytesText(totalBytes) });
  return { ...shareRow(key, name, percentOf(usage)), note };
}

function shareRow(key: string, name: string, percent: number): StatisticRow {
  return { key, name, value: t('statistics.percent', { percent: Math.round(percent) }), percent };
}
