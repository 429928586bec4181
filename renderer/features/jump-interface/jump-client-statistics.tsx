import type { JumpClient } from '#app/domain/jump-item.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { formatWhen } from '../../time.ts';
import { ComputerSection } from './computer-section.tsx';
import { LoadSection } from './load-section.tsx';
import { StatisticsSection } from './statistic.tsx';
import styles from './statistics-pane.module.css';
import { createTold, type Told } from './told.ts';

type Props = { item: JumpClient; report: StatisticsReport | undefined; now: number };

/** What a Jump Client reported of its computer, each value with its age; of one that is gone, the last values (R1.12). */
export function JumpClientStatistics({ item, report, now }: Props) {
  const isGone = item.presence === 'offline' || item.presence === 'uninstalled';
  const told = createTold(report, now, isGone);
  return (
    <div className={styles.sections}>
      {isGone && (
        <p className={styles.note}>
          {t('statistics.last-values', {
            status: t(`status.${item.presence}`).toLowerCase(),
            time: formatWhen(report?.lastHeardAt ?? item.presenceSince, now),
          })}
        </p>
      )}
      <ComputerSection item={item} report={report} told={told} now={now} isGone={isGone} />
      <UsersSection item={item} report={report} told={told} now={now} />
      <LoadSection statistics={report?.statistics} told={told} />
    </div>
  );
}

function UsersSection({ item, report, told, now }: Props & { told: Told }) {
  const consoleUser = report?.statistics.consoleUser ?? item.consoleUser;
  return (
    <StatisticsSection
      title={t('statistics.section.users')}
      rows={[
        {
          key: 'consoleUser',
          name: t('statistics.console-user'),
          value: consoleUser === '' ? t('statistics.nobody') : consoleUser,
          told: told('consoleUser'),
        },
        {
          key: 'lastAccessedAt',
          name: t('statistics.last-accessed'),
          value: item.lastAccessedAt === null ? t('statistics.never') : formatWhen(item.lastAccessedAt, now),
        },
      ]}
    />
  );
}
