import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unlessGone } from '../unless-gone.ts';
import { type Installation, placesIn } from './installation.ts';
import { firstStartFile, hasServiceManager, run } from './service.ts';

/** An installed Jump Client that was started, and runs on whatever becomes of who started it. */
export type StartedProgram = {
  /** False once it has ended, for now at least. */
  isAlive(): boolean;
  /** What it ended with; null while it runs, or where a signal ended it. */
  exitCode(): number | null;
  /** Ends it and everything that it started. */
  kill(): void;
};

/** Of what an environment says to Node or npm, nothing is meant for a Jump Client. */
const NOT_PASSED_ON = /^(NODE_|npm_|JUMP_CLIENT_)/i;

/**
 * Starts what is installed: in user mode, and where no service manager runs, as a process of a session of its own with
 * none of ours open.
 * @param installerKey registers it; null where it is known already
 */
export function startProgram(installation: Installation, installerKey: string | null): StartedProgram {
  const { mode } = installation.record;
  if (mode === 'service' && hasServiceManager()) return startUnit(installation, installerKey);
  return startDetached(installation, mode === 'service' ? ['keep'] : [], installerKey);
}

/** The environment of an installed program. The key is good once, so it does no harm there afterwards. */
export function environmentFor(env: NodeJS.ProcessEnv, installerKey: string | null): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !NOT_PASSED_ON.test(name));
  const key = installerKey === null ? {} : { JUMP_CLIENT_INSTALLER_KEY: installerKey };
  return { ...Object.fromEntries(kept), ...key };
}

function startDetached(
  { folder, record }: Installation,
  words: readonly string[],
  installerKey: string | null,
): StartedProgram {
  const { runtime, program } = placesIn(folder);
  const child: ChildProcess = spawn(runtime, [program, ...words, '--appliance', record.appliance], {
    detached: true,
    stdio: 'ignore',
    cwd: folder,
    env: environmentFor(process.env, installerKey),
  });
  let hasFailed = false;
  child.once('error', () => {
    hasFailed = true; // it never ran
  });
  child.unref();
  return {
    isAlive: () => !hasFailed && child.exitCode === null && child.signalCode === null,
    exitCode: () => child.exitCode,
    kill() {
      const { pid } = child;
      if (pid !== undefined && child.exitCode === null && child.signalCode === null)
        unlessGone(() => process.kill(-pid, 'SIGKILL'), false);
    },
  };
}

function startUnit({ folder }: Installation, installerKey: string | null): StartedProgram {
  const unit = `${basename(folder)}.service`;
  const first = firstStartFile(folder);
  if (installerKey !== null) {
    writeFileSync(first, `JUMP_CLIENT_INSTALLER_KEY=${installerKey}\n`, { flag: 'wx', mode: 0o600 });
  }
  run('systemctl', ['daemon-reload']);
  run('systemctl', ['enable', '--quiet', '--now', unit]);
  return {
    // One that has failed is activated once more.
    isAlive: () =>
      /^activ(e|ating)$/.test(spawnSync('systemctl', ['is-active', unit]).stdout.toString().trim()),
    exitCode: () => null,
    kill() {
      spawnSync('systemctl', ['stop', unit]);
      rmSync(first, { force: true });
    },
  };
}
