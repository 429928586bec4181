import { readFileSync } from 'node:fs';

const PAGE_BYTES = 4_096;
const LOOK_EVERY_MS = 50;

/** Watches how large programs become (RSS, Linux). @returns ends it, and answers by how many bytes each grew at most */
export function watchMemory(programs: Readonly<Record<string, number>>): () => Record<string, number> {
  const first = Object.fromEntries(Object.entries(programs).map(([name, id]) => [name, residentBytes(id)]));
  const most = { ...first };
  const timer = setInterval(() => {
    for (const [name, id] of Object.entries(programs))
      most[name] = Math.max(most[name] ?? 0, residentBytes(id));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return Object.fromEntries(
      Object.keys(programs).map((name) => [name, (most[name] ?? 0) - (first[name] ?? 0)]),
    );
  };
}

function residentBytes(processId: number): number {
  return Number(readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
}
