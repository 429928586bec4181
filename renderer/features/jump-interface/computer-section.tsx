import type { JumpClient } from '#app/domain/jump-item.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { t } from '../../texts.ts';
import { formatDateTime, formatDuration, formatWallClock } from '../../time.ts';
import { Statistic, StatisticsSection } from './statistic.tsx';
import type { Told } from './told.ts';

type Props = {
  item: JumpClient;
  report: StatisticsReport | undefined;
  told: Told;
  now: number;
  isGone: boolean;
};

/** What the computer is. Until its statistics have come, what the list knows of it. */
export function ComputerSection({ item, report, told, now, isGone }: Props) {
  const statistics = report?.statistics ?? {};
  const privateIps = statistics.privateIps?.join(', ') ?? item.privateIp;
  const bootedAt = statistics.bootedAt ?? item.bootedAt;
  const zone = statistics.timeZone;
  return (
    <StatisticsSection title={t('statistics.section.computer')}>
      <Statistic
        name={t('statistics.hostname')}
        value={statistics.hostname ?? item.hostname}
        told={told('hostname')}
      />
      <Statistic
        name={t('statistics.operating-system')}
        value={statistics.operatingSystem ?? item.operatingSystem}
        told={told('operatingSystem')}
      />
      <Statistic name={t('statistics.private-ip')} value={privateIps} told={told('privateIps')} />
      <Statistic name={t('statistics.public-ip')} value={report?.publicIp ?? item.publicIp} />
      <Statistic
        name={t('statistics.domain')}
        value={statistics.domain ?? item.domain}
        told={told('domain')}
      />
      <Statistic
        name={t('statistics.work-group')}
        value={statistics.workGroup ?? item.workGroup}
        told={told('workGroup')}
      />
      {bootedAt !== null && !isGone && (
        <Statistic
          name={t('statistics.uptime')}
          value={formatDuration(Math.max(0, now - bootedAt))}
          told={told('bootedAt')}
        />
      )}
      {zone !== undefined && (
        <Statistic
          name={t('statistics.local-time')}
          value={t('statistics.local-time-in', {
            time: formatWallClock(now, zone.utcOffsetMinutes),
            zone: zone.name,
          })}
          told={told('timeZone')}
        />
      )}
      <Statistic
        name={t('statistics.mode')}
        value={t(`statistics.mode.${statistics.mode ?? item.mode}`)}
        told={told('mode')}
      />
      <Statistic
        name={t('statistics.version')}
        value={statistics.version ?? item.version}
        told={told('version')}
      />
      {isGone && bootedAt !== null && (
        <Statistic name={t('statistics.booted')} value={formatDateTime(bootedAt)} told={told('bootedAt')} />
      )}
    </StatisticsSection>
  );
}
