import type { JumpClient } from '#app/domain/jump-item.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { formatDuration, formatWallClock, formatWhen } from '../../time.ts';
import type { StatisticRow } from './statistic-row.ts';
import type { Told } from './told.ts';

type Props = {
  item: JumpClient;
  report: StatisticsReport | undefined;
  told: Told;
  now: number;
  isGone: boolean;
};

/** What the computer is. Until its statistics have come, what the list knows of it. */
export function computerRows(props: Props): readonly StatisticRow[] {
  return [...identityRows(props), ...clockRows(props), ...programRows(props)];
}

function identityRows({ item, report, told }: Props): readonly StatisticRow[] {
  const statistics = report?.statistics ?? {};
  const privateIps = statistics.privateIps?.join(', ') ?? item.privateIp;
  const rows: readonly (readonly [Parameters<typeof told>[0], Parameters<typeof t>[0], string])[] = [
    ['hostname', 'statistics.hostname', statistics.hostname ?? item.hostname],
    ['operatingSystem', 'statistics.operating-system', statistics.operatingSystem ?? item.operatingSystem],
    ['privateIps', 'statistics.private-ip', privateIps],
    ['domain', 'statistics.domain', statistics.domain ?? item.domain],
    ['workGroup', 'statistics.work-group', statistics.workGroup ?? item.workGroup],
  ];
  const reported: StatisticRow[] = rows.map(([key, name, value]) => ({
    key,
    name: t(name),
    value,
    told: told(key),
  }));
  const publicIp = report?.publicIp ?? item.publicIp;
  return reported.toSpliced(3, 0, { key: 'publicIp', name: t('statistics.public-ip'), value: publicIp });
}

function clockRows({ item, report, told, now, isGone }: Props): readonly StatisticRow[] {
  const { bootedAt = item.bootedAt, timeZone } = report?.statistics ?? {};
  const rows: StatisticRow[] = [];
  if (bootedAt !== null) {
    const uptime = { name: t('statistics.uptime'), value: formatDuration(Math.max(0, now - bootedAt)) };
    const booted = { name: t('statistics.booted'), value: formatWhen(bootedAt, now) };
    rows.push({ key: 'bootedAt', ...(isGone ? booted : uptime), told: told('bootedAt') });
  }
  if (timeZone !== undefined) {
    const time = formatWallClock(now, timeZone.utcOffsetMinutes);
    const value = t('statistics.local-time-in', { time, zone: timeZone.name });
    rows.push({ key: 'timeZone', name: t('statistics.local-time'), value, told: told('timeZone') });
  }
  return rows;
}

function programRows({ item, report, told }: Props): readonly StatisticRow[] {
  const { mode = item.mode, version = item.version } = report?.statistics ?? {};
  return [
    {
      key: 'mode',
      name: t('statistics.mode'),
      value: t(`statistics.mode.${mode}`),
      mode,
      note: t(`statistics.mode.${mode}.note`),
      told: told('mode'),
    },
    { key: 'version', name: t('statistics.version'), value: version, told: told('version') },
  ];
}
