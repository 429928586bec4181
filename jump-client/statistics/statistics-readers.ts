import type { StatisticName, Statistics } from '#app/domain/statistics.ts';
import { clipText } from '../clip-text.ts';
import type { System } from '../system.ts';
import { createCpuLoad } from './cpu-load.ts';
import { domainOf, workGroupOf } from './parse/parse-domain.ts';
import { parseKeyValues } from './parse/parse-key-values.ts';
import { parseMemInfo } from './parse/parse-meminfo.ts';
import { parseProcStat } from './parse/parse-proc-stat.ts';
import { consoleUserOf } from './parse/parse-utmp.ts';
import { privateAddresses } from './parse/private-addresses.ts';
import { readDisks } from './read-disks.ts';
import { orNone, readLogins } from './read-logins.ts';

/** One reader a statistic. What cannot be read throws, and is left out of the report. */
export type StatisticsReaders = { readonly [N in StatisticName]: () => Promise<Statistics[N]> };

/**
 * Readers of this computer (R5.2), without a shell or another program.
 * @param options.version the Jump Client's own
 * @param options.mode whether it is a service of the computer, or of one user
 * @param options.now milliseconds since 1970
 */
export function createStatisticsReaders(options: {
  system: System;
  version: string;
  mode: Statistics['mode'];
  now: () => number;
}): StatisticsReaders {
  const { system, version, mode, now } = options;
  const cpuLoad = createCpuLoad();
  const procStat = async () => parseProcStat(await system.readText('/proc/stat'));
  return {
    platform: async () => 'linux',
    version: async () => clipText(version),
    mode: async () => mode,
    hostname: async () => clipText(system.hostname()),
    operatingSystem: async () => clipText(await operatingSystem(system)),
    privateIps: async () => privateAddresses(system.networkInterfaces()).slice(0, 32),
    domain: async () => clipText(domainOf(system.hostname(), await textOrEmpty(system, '/etc/resolv.conf'))),
    workGroup: async () => clipText(workGroupOf(await textOrEmpty(system, '/etc/samba/smb.conf'))),
    consoleUser: async () => clipText(consoleUserOf(await readLogins(system))),
    bootedAt: async () => (await procStat()).bootedAt,
    timeZone: async () => system.timeZone(now()),
    cpu: async () => {
      const { cpu, cores } = await procStat();
      return { model: clipText(await processorModel(system)), cores, percent: cpuLoad.percent(cpu) };
    },
    memory: async () => {
      const { totalBytes, availableBytes } = parseMemInfo(await system.readText('/proc/meminfo'));
      return { totalBytes, usedBytes: Math.max(0, totalBytes - availableBytes) };
    },
    disks: async () =>
      (await readDisks(system)).map(({ mount, totalBytes, usedBytes }) => ({
        mount: clipText(mount),
        totalBytes,
        usedBytes,
      })),
  };
}

async function operatingSystem(system: System): Promise<string> {
  const release = parseKeyValues(await textOrEmpty(system, '/etc/os-release'));
  return `${release.get('PRETTY_NAME') ?? 'Linux'}, Linux ${system.kernelRelease()}`;
}

/** As /proc/cpuinfo names it; where it does not (ARM), the architecture. */
export async function processorModel(system: System): Promise<string> {
  const named = /^(?:model name|Model|Hardware)\s*:\s*(.+)$/m.exec(
    await textOrEmpty(system, '/proc/cpuinfo'),
  )?.[1];
  return named?.trim() ?? system.architecture();
}

async function textOrEmpty(system: System, path: string): Promise<string> {
  return (await orNone(() => system.readText(path))) ?? '';
}
