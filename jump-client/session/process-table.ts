import { type Account, parsePasswd } from '../statistics/parse/parse-passwd.ts';
import { type ProcessStat, parseProcessStat } from '../statistics/parse/parse-process-stat.ts';
import { orNone } from '../statistics/read-logins.ts';
import type { System } from '../system.ts';

export type ProcessLoad = {
  processId: number;
  name: string;
  user: string;
  /** Of one processor, since the last reading. */
  cpuPercent: number;
  residentBytes: number;
};

const MOST_PROCESSES = 25;
/** Linux counts processor time in hundredths of a second on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Reads the processes that use most of the computer: by processor time, then by memory. */
export function createProcessTable(system: System, now: () => number): { read(): Promise<ProcessLoad[]> } {
  let earlier: { at: number; ticks: ReadonlyMap<number, number> } | null = null;

  /** The share of one processor since the last reading; nothing can be said at the first. */
  function cpuPercentOf(stat: ProcessStat, at: number): number {
    const ticks = earlier?.ticks.get(stat.processId);
    if (earlier === null || ticks === undefined || at <= earlier.at) return 0;
    const seconds = (stat.cpuTicks - ticks) / TICKS_PER_SECOND;
    return Math.max(0, Math.round((seconds / ((at - earlier.at) / 1_000)) * 1_000) / 10);
  }

  return {
    async read() {
      const at = now();
      const [stats, pageBytes] = await Promise.all([readAll(system), readPageBytes(system)]);
      const loads = stats.map((stat) => ({
        processId: stat.processId,
        name: stat.name,
        cpuPercent: cpuPercentOf(stat, at),
        residentBytes: stat.residentPages * pageBytes,
      }));
      earlier = { at, ticks: new Map(stats.map((stat) => [stat.processId, stat.cpuTicks])) };
      loads.sort((a, b) => b.cpuPercent - a.cpuPercent || b.residentBytes - a.residentBytes);
      const accounts = parsePasswd((await orNone(() => system.readText('/etc/passwd'))) ?? '');
      const top = loads.slice(0, MOST_PROCESSES);
      return Promise.all(
        top.map(async (load) => ({ ...load, user: await ownerOf(system, load.processId, accounts) })),
      );
    },
  };
}

async function readAll(system: System): Promise<ProcessStat[]> {
  const names = (await system.listFolder('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.allSettled(names.map((name) => system.readText(`/proc/${name}/stat`)));
  // One that ended between the two readings is no longer there to be shown.
  return read.flatMap((outcome) => {
    const stat = outcome.status === 'fulfilled' ? parseProcessStat(outcome.value) : null;
    return stat === null ? [] : [stat];
  });
}

async function ownerOf(system: System, processId: number, accounts: readonly Account[]): Promise<string> {
  const [read] = await Promise.allSettled([system.readText(`/proc/${processId}/status`)]);
  const userId = read.status === 'fulfilled' ? /^Uid:\s+(\d+)/m.exec(read.value)?.[1] : undefined;
  if (userId === undefined) return '';
  return accounts.find((account) => account.userId === Number(userId))?.name ?? userId;
}

const PAGE_SIZE_ENTRY = 6n;

/** The size of a memory page, which the kernel tells each process in its auxiliary vector. */
async function readPageBytes(system: System): Promise<number> {
  const bytes = await orNone(() => system.readBytes('/proc/self/auxv'));
  if (bytes === null) return 4_096;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 16 <= bytes.length; at += 16) {
    if (view.getBigUint64(at, true) === PAGE_SIZE_ENTRY) return Number(view.getBigUint64(at + 8, true));
  }
  return 4_096;
}
