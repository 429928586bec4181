import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Logger } from 'pino';
import type { PinFailure } from '#app/contracts/customer-protocol.ts';
import type { Clock } from '../clock.ts';
import { type InstallationOrder, InstallerReport, TAKE_BACK } from '../installation/installer-protocol.ts';

export type InstallationOutcome =
  | { readonly installed: true; readonly folder: string }
  | { readonly installed: false; readonly reason: PinFailure };

/** An installation that is under way, in a process of its own. */
export type RunningInstallation = {
  /** Once the installer has ended: either it is installed, or nothing of it is left. */
  readonly outcome: Promise<InstallationOutcome>;
  /** It is not wanted any more. What has registered a moment before stays. */
  takeBack(): void;
};
export type RunInstaller = (
  order: InstallationOrder,
  onPercent: (percent: number) => void,
) => RunningInstallation;

type Options = {
  /** The Jump Client's bundled program. */
  program: string;
  /** Takes away what an installer has left that was killed. */
  removeLeftovers: () => void;
  clock: Pick<Clock, 'after'>;
  log: Logger;
};

/** One that does not hear that it is not wanted any more, as on a disk that does not answer, is killed after this. */
export const DEAF_MS = 30_000;

export function createRunInstaller({ program, removeLeftovers, clock, log }: Options): RunInstaller {
  return (order, onPercent) => {
    // In a session of its own: closing this terminal is no reason to leave half an installation behind.
    const child = spawn(process.execPath, [program, 'install'], {
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdin.on('error', (error) => log.debug({ error }, 'The installer hears no more.'));
    child.stdin.write(`${JSON.stringify(order)}\n`);
    let outcome: InstallationOutcome | null = null;
    let cancelKill = () => {};
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { data: report } = InstallerReport.safeParse(JSON.parse(line));
      if (report?.report === 'progress') onPercent(report.percent);
      else if (report?.report === 'installed') outcome = { installed: true, folder: report.folder };
      else if (report?.report === 'failed') outcome = { installed: false, reason: report.reason };
    });
    return {
      outcome: untilEnded(child).then(() => {
        cancelKill();
        if (outcome !== null) return outcome;
        removeLeftovers();
        return { installed: false, reason: 'other' };
      }),
      takeBack() {
        child.stdin.write(`${TAKE_BACK}\n`);
        cancelKill();
        cancelKill = clock.after(DEAF_MS, () => void child.kill('SIGKILL'));
      },
    };
  };
}

/** Also where it could not be started. */
async function untilEnded(child: ChildProcess): Promise<void> {
  await once(child, 'close').catch(() => undefined);
}
