import type { JumpClient } from '#app/domain/jump-item.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';

/** A computer reckons its start from clock and uptime, so it may waver by this without meaning anything. */
const BOOT_TIME_WAVERS_MS = 30_000;

/** The row as the statistics fill it; the same object when the row shows none of what changed. */
export function rowWithStatistics(item: JumpClient, statistics: StatisticsUpdate): JumpClient {
  const { privateIps, bootedAt } = statistics;
  const shown = {
    platform: statistics.platform ?? item.platform,
    mode: statistics.mode ?? item.mode,
    version: statistics.version ?? item.version,
    hostname: statistics.hostname ?? item.hostname,
    operatingSystem: statistics.operatingSystem ?? item.operatingSystem,
    consoleUser: statistics.consoleUser ?? item.consoleUser,
    domain: statistics.domain ?? item.domain,
    workGroup: statistics.workGroup ?? item.workGroup,
    privateIp: privateIps === undefined ? item.privateIp : (privateIps[0] ?? ''),
    bootedAt: isSameStart(item.bootedAt, bootedAt ?? null) ? item.bootedAt : (bootedAt ?? item.bootedAt),
  };
  const names = Object.keys(shown) as (keyof typeof shown)[];
  if (names.every((name) => shown[name] === item[name])) return item;
  const presenceRev = shown.version === item.version ? item.presenceRev : item.presenceRev + 1;
  return { ...item, ...shown, presenceRev };
}

function isSameStart(before: number | null, reported: number | null): boolean {
  return before !== null && reported !== null && Math.abs(before - reported) < BOOT_TIME_WAVERS_MS;
}
