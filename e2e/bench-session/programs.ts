import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4_096;
const TICKS_A_SECOND = 100;
const LOOK_EVERY_MS = 50;

/** What a program has used: by how much its memory grew at most, and how long processors worked for it. */
export type ProgramUse = { readonly grownBytes: number; readonly cpuSeconds: number };

/** Watches programs (Linux). @returns ends it, and answers what each has used meanwhile */
export function watchPrograms(
  programs: Readonly<Record<string, number>>,
): () => Readonly<Record<string, ProgramUse>> {
  const watched = Object.entries(programs).map(([name, id]) => {
    const first = residentBytes(id);
    return { name, id, first, most: first, cpuBefore: cpuSeconds(id) };
  });
  const look = () => {
    for (const program of watched) program.most = Math.max(program.most, residentBytes(program.id));
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    look();
    return Object.fromEntries(
      watched.map(({ name, id, first, most, cpuBefore }) => [
        name,
        { grownBytes: most - first, cpuSeconds: cpuSeconds(id) - cpuBefore },
      ]),
    );
  };
}

function residentBytes(processId: number): number {
  return Number(readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
}

/** In user and in system mode, all threads. */
function cpuSeconds(processId: number): number {
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  const [userTicks, systemTicks] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(userTicks) + Number(systemTicks)) / TICKS_A_SECOND;
}
