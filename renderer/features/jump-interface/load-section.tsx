import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { Meter } from '../../ui/meter.tsx';
import { bytesText } from './bytes-text.ts';
import { type StatisticRow, StatisticsSection } from './statistic.tsx';
import styles from './statistics-pane.module.css';
import type { Told } from './told.ts';

type Props = { statistics: StatisticsUpdate | undefined; told: Told };

/** How much the computer has to do: processor, memory and disks. */
export function LoadSection({ statistics, told }: Props) {
  if (statistics === undefined) return <p className={styles.note}>{t('statistics.waiting')}</p>;
  const { cpu, memory, disks = [] } = statistics;
  const rows: StatisticRow[] = disks.map((disk) => ({
    ...usageRow(disk.mount, disk),
    key: `disk ${disk.mount}`,
    told: told('disks'),
  }));
  if (memory !== undefined) {
    rows.unshift({ ...usageRow(t('statistics.memory'), memory), key: 'memory', told: told('memory') });
  }
  if (cpu !== undefined) {
    const more = t('statistics.cores', { model: cpu.model, cores: cpu.cores });
    const row = loadRow(t('statistics.cpu'), cpu.percent, more);
    rows.unshift({ ...row, key: 'cpu', told: told('cpu') });
  }
  return <StatisticsSection title={t('statistics.section.load')} rows={rows} />;
}

type LoadRow = Pick<StatisticRow, 'name' | 'value' | 'more'>;

function usageRow(
  name: string,
  { usedBytes, totalBytes }: { usedBytes: number; totalBytes: number },
): LoadRow {
  const percent = totalBytes === 0 ? 0 : (usedBytes / totalBytes) * 100;
  const more = t('statistics.used', { used: bytesText(usedBytes), total: bytesText(totalBytes) });
  return loadRow(name, percent, more);
}

function loadRow(name: string, percent: number, more: string): LoadRow {
  return {
    name,
    value: t('statistics.percent', { percent: Math.round(percent) }),
    more: (
      <>
        <Meter label={name} percent={percent} />
        <bdi className={styles.more}>{more}</bdi>
      </>
    ),
  };
}
