import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { Meter } from '../../ui/meter.tsx';
import { bytesText } from './bytes-text.ts';
import { Statistic, StatisticsSection } from './statistic.tsx';
import styles from './statistics-pane.module.css';
import type { Told } from './told.ts';

type Props = { statistics: StatisticsUpdate | undefined; told: Told; isWaiting: boolean };

/** How much the computer has to do: processor, memory and disks. */
export function LoadSection({ statistics, told, isWaiting }: Props) {
  const { cpu, memory, disks } = statistics ?? {};
  if (isWaiting) return <p className={styles.note}>{t('statistics.waiting')}</p>;
  return (
    <StatisticsSection title={t('statistics.section.load')}>
      {cpu !== undefined && (
        <Statistic
          name={t('statistics.cpu')}
          value={t('statistics.percent', { percent: Math.round(cpu.percent) })}
          told={told('cpu')}
        >
          <Meter label={t('statistics.cpu')} percent={cpu.percent} />
          <bdi className={styles.more}>{t('statistics.cores', { model: cpu.model, cores: cpu.cores })}</bdi>
        </Statistic>
      )}
      {memory !== undefined && <Usage name={t('statistics.memory')} {...memory} told={told('memory')} />}
      {disks?.map((disk) => (
        <Usage key={disk.mount} name={disk.mount} {...disk} told={told('disks')} />
      ))}
    </StatisticsSection>
  );
}

type UsageProps = { name: string; usedBytes: number; totalBytes: number; told: ReturnType<Told> };

function Usage({ name, usedBytes, totalBytes, told }: UsageProps) {
  const percent = totalBytes === 0 ? 0 : (usedBytes / totalBytes) * 100;
  return (
    <Statistic name={name} value={t('statistics.percent', { percent: Math.round(percent) })} told={told}>
      <Meter label={name} percent={percent} />
      <span className={styles.more}>
        {t('statistics.used', { used: bytesText(usedBytes), total: bytesText(totalBytes) })}
      </span>
    </Statistic>
  );
}
