import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { say } from './setup/say.mjs';
import { SetupError } from './setup/setup-error.mjs';

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, '..');

/** Runs a script's body; what it answers is the exit code. A SetupError is shown as it stands, a bug with its stack. */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : error.stack);
    process.exitCode = 1;
  }
}

/**
 * Runs a program on this terminal and answers its exit code (128 + the signal's number where one ended it).
 * A request to stop this script is passed on, and the script ends when the program has. `ownGroup` is for a
 * shell script that would sit on the request: it goes to everything that the script has started, too.
 */
export async function runProgram(command, words, options = {}) {
  const { env = process.env, stdio = 'inherit', ownGroup = false } = options;
  const program = spawn(command, words, { cwd: root, env, stdio, detached: ownGroup });
  const passOn = (signal) => (ownGroup ? process.kill(-program.pid, signal) : program.kill(signal));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
  try {
    return await new Promise((done, failed) => {
      program.once('error', failed);
      program.once('close', (code, signal) => done(code ?? 128 + constants.signals[signal]));
    });
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, passOn);
  }
}

/** Runs a Node program of the repository, such as a package's command line. */
export function runNode(file, words = [], options = {}) {
  return runProgram(process.execPath, [resolve(root, file), ...words], options);
}
