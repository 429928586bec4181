import { isGone, type JumpClient } from '#app/domain/jump-item.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import type { StatisticsHistory } from '#app/domain/statistics-history.ts';
import { t } from '../../texts.ts';
import { formatWhen } from '../../time.ts';
import { computerRows } from './computer-rows.ts';
import { loadRows } from './load-rows.ts';
import { type StatisticsGroup, tellingGroups } from './statistic-row.ts';
import { createTold } from './told.ts';

type Props = {
  item: JumpClient;
  report: StatisticsReport | undefined;
  history: StatisticsHistory | undefined;
  /** On the appliance's clock. */
  now: number;
};

/** What a Jump Client reported of its computer, each value with its age; of one that is gone, the last values. */
export function jumpClientSections({ item, report, history, now }: Props): readonly StatisticsGroup[] {
  const gone = isGone(item);
  const told = createTold(report, now, gone);
  const consoleUser = report?.statistics.consoleUser ?? item.consoleUser;
  return tellingGroups([
    {
      title: t('statistics.section.computer'),
      rows: computerRows({ item, report, told, now, isGone: gone }),
    },
    {
      title: t('statistics.section.users'),
      rows: [
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
      ],
    },
    {
      title: t('statistics.section.load'),
      rows: report === undefined ? [] : loadRows({ ...report, history, told, now, isGone: gone }),
    },
  ]);
}
