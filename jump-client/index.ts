// The Jump Client's program: reads the command line, runs what it names, and ends with a code that says how it went.
import { homedir, userInfo } from 'node:os';
import type { Logger } from 'pino';
import { systemClock } from './clock.ts';
import { type JumpClientCommand, parseCommandLine } from './command-line.ts';
import { version } from './compose-sessions.ts';
import { EXIT, type ExitCode, JumpClientProblem } from './exit-codes.ts';
import { userDataHome } from './identity/data-dir.ts';
import { type Installation, installationOf, placesIn } from './installation/installation.ts';
import { runInstaller } from './installation/installer.ts';
import { cleanUpAfter, keepRunning } from './installation/keep-running.ts';
import { autostartFolder } from './installation/start-at-login.ts';
import { createLog } from './log.ts';
import { isLoggedIn } from './login/is-logged-in.ts';
import { createUserLogin, type UserLogin, whoeverIsLoggedIn } from './login/user-login.ts';
import { runJumpClient } from './run.ts';
import { runDevice } from './simulated-android/run-device.ts';
import { runSubcommand } from './subcommands.ts';
import { thisSystem } from './system.ts';

/** Where this program lies. */
const program = import.meta.filename;

/** For programs that wait for it: one JSON line. */
function announce(news: { jumpClientId: string; name: string } | { screen: string }): void {
  const line = 'screen' in news ? { simulating: 'android', ...news } : { connected: true, ...news };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function abortOnSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
  return stopping.signal;
}

async function main(): Promise<ExitCode> {
  const installation = installationOf(program);
  const ownDataDir = installation && placesIn(installation.folder).dataDir;
  const surroundings = { env: process.env, home: homedir(), version, ownDataDir };
  return run(parseCommandLine(process.argv.slice(2), surroundings), installation);
}

/** @param installation what this program is installed as; null where it was started from anywhere else */
async function run(command: JumpClientCommand, installation: Installation | null): Promise<ExitCode> {
  switch (command.command) {
    case 'shown':
      return EXIT.done;
    case 'run':
    case 'simulate': {
      const log = createLog('info');
      // Whoever started this may have stopped listening; that is no reason to end.
      process.stdout.on('error', (error) => log.debug({ error }, 'Nobody reads the standard output.'));
      const surroundings = { announce, untilStopped: abortOnSignal(), log };
      if (command.command === 'run')
        await runJumpClient(command, {
          installation,
          userLogin: userLoginOf(installation, log),
          ...surroundings,
        });
      else await runDevice(command, surroundings);
      return EXIT.done;
    }
    case 'disable':
    case 'enable':
    case 'uninstall':
      process.stdout.write(`${await runSubcommand(command, { installation, log: createLog('warn') })}\n`);
      return EXIT.done;
    case 'install':
      return (await installAsOrdered()) ? EXIT.done : EXIT.failed;
    case 'keep':
      await keepRunning(installed(installation), command.appliance, abortOnSignal());
      return EXIT.done;
    case 'clean-up':
      cleanUpAfter(installed(installation), process.env.EXIT_STATUS);
      return EXIT.done;
  }
}

/** R2.9: in user mode it is there while that user is logged in. */
function userLoginOf(installed: Installation | null, log: Logger): UserLogin {
  const { uid: userId, username: name } = userInfo();
  const mode = installed?.record.mode ?? (thisSystem.isRoot() ? 'service' : 'user');
  if (mode === 'service') return whoeverIsLoggedIn;
  return createUserLogin({
    isLoggedIn: () => isLoggedIn(thisSystem, { userId, name }),
    clock: systemClock,
    log,
  });
}

function installAsOrdered(): Promise<boolean> {
  const log = createLog('warn');
  process.stdout.on('error', (error) => log.debug({ error }, 'Who has ordered it is gone.'));
  const home = homedir();
  return runInstaller({
    source: { runtime: process.execPath, program },
    userPlaces: {
      dataHome: userDataHome(process.env, home),
      autostart: autostartFolder(process.env, home),
    },
    orders: process.stdin,
    report: (report) => process.stdout.write(`${JSON.stringify(report)}\n`),
    log,
  });
}

function installed(installation: Installation | null): Installation {
  if (installation !== null) return installation;
  throw new JumpClientProblem(EXIT.usage, 'This program is not installed: there is nothing to keep.');
}

try {
  process.exit(await main());
} catch (error) {
  if (error instanceof JumpClientProblem) {
    if (error.message !== '') process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode);
  }
  createLog('warn').fatal({ error }, 'The Jump Client failed.');
  process.exit(EXIT.failed);
}
