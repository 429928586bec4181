import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { repositoryRoot } from '../fixtures/repository-root.ts';

/** How to start an Electron application. */
export type ElectronStart = {
  /** The folder of the application, and its own options. */
  readonly words: readonly string[];
  /** What it is told in its environment, beyond this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly profile: string;
};

/** How long a program may take over its end before it is ended. */
const END_MS = 5_000;

/** @param debugging the switch that opens Chromium's debugger; a pipe is the child's files 3 (to it) and 4 (from it) */
export function startElectron(
  { words, env, profile }: ElectronStart,
  debugging: '--remote-debugging-port=0' | '--remote-debugging-pipe',
): ChildProcess {
  const executable = process.env.JUMP_CONSOLE_ELECTRON;
  if (executable === undefined) throw new Error('JUMP_CONSOLE_ELECTRON does not say which Electron to run.');
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(executable, [...words, ...forRoot, `--user-data-dir=${profile}`, debugging], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
}

/** Asks it to end, or ends it; answers once it is gone. */
export async function endElectron(electron: ChildProcess): Promise<void> {
  if (electron.exitCode !== null || electron.signalCode !== null) return;
  const closed = once(electron, 'close');
  electron.kill('SIGTERM');
  const patience = setTimeout(() => electron.kill('SIGKILL'), END_MS);
  await closed;
  clearTimeout(patience);
}
