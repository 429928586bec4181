// Which Electron to run, and how: the one place that start, the e2e tests, the tour and the benchmark ask.
import { root } from './script.mjs';
import { installedElectron } from './setup/electron.mjs';
import { SetupError } from './setup/setup-error.mjs';

/** The path of the Electron to run: the one that set-up has named, else the one that is there. Downloads nothing. */
export function electronExecutable(env = process.env) {
  const executable = env.JUMP_CONSOLE_ELECTRON ?? installedElectron({ root, env });
  if (executable) return executable;
  throw new SetupError('There is no Electron yet. Run: node build/setup.mjs');
}

/** The switches that Chromium needs here: root cannot use its sandbox, everybody else keeps it. */
export function electronSwitches() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
