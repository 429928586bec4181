import { readFileSync } from 'node:fs';
import { systemCodeOf } from '../system-errors.ts';

/** Names a process for good: its number alone is given to another one later. Null when there is none, or it has ended. */
export function identifyProcess(processId: number): string | null {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    // The name, in parentheses, may hold anything; its state is the first field behind it, the time of its start the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', startedAt] = [fields[0], fields[19]];
    if ('ZX'.includes(state)) return null; // nobody has asked yet how it ended
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${processId} ${startedAt} ${boot}`;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(systemCodeOf(error))) return null;
    throw error;
  }
}

/** Whether the process runs that `identifyProcess` named so. */
export function isStillRunning(identity: string): boolean {
  return identifyProcess(Number(identity.split(' ')[0])) === identity;
}
