import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FIGURES } from '../goals.ts';
import type { Finding } from '../measurement.ts';
import type { Probe } from './probe.ts';

const run = promisify(execFile);
/** Lets what the launch left behind be collected. */
const QUIET_MS = 2_000;

type Process = {
  readonly id: number;
  readonly parentId: number;
  readonly rssKb: number;
  readonly words: string;
};

/** Resident memory of the processes, as the operating system counts it, with the whole list on the page. */
export const probeMemory: Probe = async ({ window, page, side }) => {
  await page.waitForTimeout(QUIET_MS);
  const processes = await listProcesses();
  const main = processes.filter(({ id }) => id === window.mainProcessId);
  const server = processes.filter(({ id }) => id === side.serverProcessId);
  const ours = descendants(processes, window.mainProcessId);
  const renderers = ours.filter(({ words }) => words.includes('--type=renderer'));
  return [
    finding(FIGURES.rendererMemory, renderers),
    finding(FIGURES.mainMemory, main),
    finding(FIGURES.applianceMemory, server),
  ];
};

function finding(figure: string, processes: readonly Process[]): Finding {
  if (processes.length === 0) throw new Error(`${figure}: there is no such process.`);
  return { figure, unit: 'MB', values: [processes.reduce((sum, { rssKb }) => sum + rssKb / 1_024, 0)] };
}

async function listProcesses(): Promise<readonly Process[]> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,rss=,args=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id, parentId, rssKb, words = '']) => ({
      id: Number(id),
      parentId: Number(parentId),
      rssKb: Number(rssKb),
      words,
    }));
}

function descendants(processes: readonly Process[], ancestorId: number): readonly Process[] {
  const children = processes.filter(({ parentId }) => parentId === ancestorId);
  return children.flatMap((child) => [child, ...descendants(processes, child.id)]);
}
