import { readdirSync, readFileSync } from 'node:fs';
import { parseProcessStat } from '../statistics/parse/parse-process-stat.ts';
import { unlessGone } from '../unless-gone.ts';

/** The processes of a terminal session: the shell that leads it and all that it started and did not let go of. */
export function terminalSessionProcesses(leaderId: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = parseProcessStat(readStat(name));
      return stat?.sessionLeaderId === leaderId ? [stat.processId] : [];
    });
}

/** Sends a signal to all of a terminal session, jobs in the background included. */
export function signalTerminalSession(leaderId: number, signal: 'SIGHUP' | 'SIGKILL'): void {
  for (const processId of terminalSessionProcesses(leaderId)) {
    unlessGone(() => process.kill(processId, signal), undefined);
    // A stopped job hears nothing before it goes on.
    unlessGone(() => process.kill(processId, 'SIGCONT'), undefined);
  }
}

function readStat(name: string): string {
  return unlessGone(() => readFileSync(`/proc/${name}/stat`, 'utf8'), '');
}
