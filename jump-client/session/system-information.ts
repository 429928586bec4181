import type { SystemInformation } from '#app/contracts/session-services.ts';
import { clipText } from '../clip-text.ts';
import type { InstallationMode } from '../installation/installation.ts';
import { parseMemInfo } from '../statistics/parse/parse-meminfo.ts';
import { readDisks } from '../statistics/read-disks.ts';
import { readLogins } from '../statistics/read-logins.ts';
import type { StatisticsReaders } from '../statistics/statistics-readers.ts';
import type { System } from '../system.ts';
import { formatBytes, formatDuration, formatLocalTime } from './format-units.ts';
import { createProcessTable } from './process-table.ts';

type Section = SystemInformation['sections'][number];
type Sources = {
  system: System;
  readers: StatisticsReaders;
  now: () => number;
  /** Of a support client, which is installed nowhere: as what a Jump Client runs here besides; null: none does. */
  pinnedMode?: (() => Promise<InstallationMode | null>) | undefined;
};

/**
 * A reader of everything that the tab System Information shows. What a section cannot read leaves that section out.
 * @param sources.readers of its own: the load they tell is that since the last reading
 */
export function createSystemInformationReader(sources: Sources): () => Promise<SystemInformation> {
  const processes = createProcessTable(sources.system, sources.now);
  const sections = [
    () => computer(sources),
    () => operatingSystem(sources),
    () => processor(sources),
    () => memory(sources),
    () => disks(sources),
    async () => network(sources),
    () => users(sources),
    async (): Promise<Section> => ({
      title: 'processes',
      columns: ['Process', 'PID', 'User', 'CPU', 'Memory'],
      rows: (await processes.read()).map((load) => [
        load.name,
        String(load.processId),
        load.user,
        `${load.cpuPercent.toFixed(1)} %`,
        formatBytes(load.residentBytes),
      ]),
    }),
  ];
  return async () => {
    const read = await Promise.allSettled(sections.map((section) => section()));
    return {
      takenAt: sources.now(),
      sections: read.flatMap((outcome) => (outcome.status === 'fulfilled' ? [bounded(outcome.value)] : [])),
    };
  };
}

/** What a computer says of itself is kept to what the contract admits. */
function bounded({ title, columns, rows }: Section): Section {
  return { title, columns, rows: rows.slice(0, 500).map((row) => row.map((text) => clipText(text, 512))) };
}

type Row = [string, string];

function properties(title: Section['title'], rows: Row[]): Section {
  return { title, columns: ['', ''], rows: rows.filter(([, value]) => value !== '') };
}

async function computer({ readers, now, pinnedMode }: Sources): Promise<Section> {
  const { name, utcOffsetMinutes } = await readers.timeZone();
  const bootedAt = await readers.bootedAt();
  return properties('computer', [
    ['Host name', await readers.hostname()],
    ['Domain', await readers.domain()],
    ['Work group', await readers.workGroup()],
    ['Console user', await readers.consoleUser()],
    ['Local time', `${formatLocalTime(now(), utcOffsetMinutes)} (${name})`],
    ['Started', formatLocalTime(bootedAt, utcOffsetMinutes)],
    ['Up for', formatDuration(now() - bootedAt)],
    ...(await programs(readers, pinnedMode)),
  ]);
}

/** Both are of one version: a pin installs what it comes with. */
async function programs(readers: StatisticsReaders, pinnedMode: Sources['pinnedMode']): Promise<Row[]> {
  const version = await readers.version();
  if (pinnedMode === undefined) return [['Jump Client', `${version}, ${await readers.mode()} mode`]];
  const mode = await pinnedMode();
  return [
    ['Support Client', version],
    ['Jump Client', mode === null ? 'not installed' : `installed, ${mode} mode`],
  ];
}

async function operatingSystem({ system, readers }: Sources): Promise<Section> {
  return properties('operating-system', [
    ['Name', await readers.operatingSystem()],
    ['Kernel', system.kernelRelease()],
    ['Architecture', system.architecture()],
  ]);
}

async function processor({ system, readers }: Sources): Promise<Section> {
  const { model, cores, percent } = await readers.cpu();
  const [one, five, fifteen] = (await system.readText('/proc/loadavg')).split(' ');
  return properties('processor', [
    ['Model', model],
    ['Logical processors', String(cores)],
    ['Load', `${percent.toFixed(1)} %`],
    ['Load average', `${one}, ${five}, ${fifteen} (1, 5, 15 min)`],
  ]);
}

async function memory({ system }: Sources): Promise<Section> {
  const info = parseMemInfo(await system.readText('/proc/meminfo'));
  return properties('memory', [
    ['Total', formatBytes(info.totalBytes)],
    ['Used', formatBytes(info.totalBytes - info.availableBytes)],
    ['Available', formatBytes(info.availableBytes)],
    ['Swap total', formatBytes(info.swapTotalBytes)],
    ['Swap used', formatBytes(info.swapTotalBytes - info.swapFreeBytes)],
  ]);
}

async function disks({ system }: Sources): Promise<Section> {
  return {
    title: 'disks',
    columns: ['Mount', 'Device', 'Type', 'Size', 'Used', 'Free'],
    rows: (await readDisks(system)).map((disk) => [
      disk.mount,
      disk.device,
      disk.fileSystem,
      formatBytes(disk.totalBytes),
      formatBytes(disk.usedBytes),
      formatBytes(disk.freeBytes),
    ]),
  };
}

function network({ system }: Sources): Section {
  const entries = Object.entries(system.networkInterfaces());
  return {
    title: 'network',
    columns: ['Interface', 'Address', 'Network', 'MAC'],
    rows: entries.flatMap(([name, addresses]) =>
      (addresses ?? []).map(({ address, family, cidr, mac }) => [
        name,
        address,
        `${family}${cidr === null ? '' : ` /${cidr.split('/')[1]}`}`,
        mac,
      ]),
    ),
  };
}

async function users({ system, readers }: Sources): Promise<Section> {
  const { utcOffsetMinutes } = await readers.timeZone();
  return {
    title: 'users',
    columns: ['User', 'Terminal', 'From', 'Logged in'],
    rows: (await readLogins(system)).map(({ user, terminal, from, since }) => [
      user,
      terminal,
      from,
      since === null ? '' : formatLocalTime(since, utcOffsetMinutes),
    ]),
  };
}
