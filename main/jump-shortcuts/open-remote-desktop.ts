import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { hostAndPort } from '#app/domain/shortcut-address.ts';
import type { Log } from '../logging/log.ts';
import { type RemoteDesktopProgram, remoteDesktopPrograms } from './remote-desktop-programs.ts';

/** What FreeRDP's programs and shells end with when something failed; below it are ways in which a session may end. */
const FIRST_FAILURE_CODE = 128;

type Deps = {
  platform: NodeJS.Platform;
  /** This process's: where programs are looked for. */
  environment: Readonly<NodeJS.ProcessEnv>;
  log: Log;
  /** The program ran, and ended with a failure of its own. */
  onFailed(failed: { program: string; address: string; exitCode: number }): void;
};

export type OpenedRemoteDesktop = { program: string } | { lookedFor: readonly string[] };
export type OpenRemoteDesktop = (hostname: string, port: number) => Promise<OpenedRemoteDesktop>;

/**
 * Opens a remote desktop with the first of the system's programs that is there; it goes on when this console ends, and
 * asks for passwords itself.
 */
export function createOpenRemoteDesktop({ platform, environment, log, onFailed }: Deps): OpenRemoteDesktop {
  return async (hostname, port) => {
    const windowsFolder = environment.SystemRoot;
    const programs = remoteDesktopPrograms({ platform, windowsFolder }, hostname, port);
    const address = hostAndPort(hostname, port);
    for (const program of programs) {
      const file = await findProgram(program.file, environment);
      if (file === null) continue;
      const hasStarted = await start(file, program, (exitCode) =>
        onFailed({ program: program.name, address, exitCode }),
      );
      if (hasStarted) return { program: program.name };
      log.warn({ file }, 'a program for remote desktops could not be started');
    }
    return { lookedFor: programs.map(({ name }) => name) };
  };
}

/** @returns whether it runs; of one that hands over, whether it could */
function start(
  file: string,
  { words, handsOver }: RemoteDesktopProgram,
  onFailed: (exitCode: number) => void,
): Promise<boolean> {
  const child = spawn(file, words, { detached: true, stdio: 'ignore', shell: false });
  child.unref();
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    if (!handsOver) child.once('spawn', () => resolve(true));
    child.once('exit', (exitCode) => {
      if (handsOver) resolve(exitCode === 0);
      else if (exitCode !== null && exitCode >= FIRST_FAILURE_CODE) onFailed(exitCode);
    });
  });
}

async function findProgram(file: string, environment: Readonly<NodeJS.ProcessEnv>): Promise<string | null> {
  const folders = (environment.PATH ?? '').split(delimiter).filter(isAbsolute);
  const candidates = isAbsolute(file) ? [file] : folders.map((folder) => join(folder, file));
  for (const candidate of candidates) if (await isProgram(candidate)) return candidate;
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false; // not there, or not for this person: the next one is looked for
  }
}
