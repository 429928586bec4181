// The Jump Client's program: reads the command line, runs what it names, and ends with a code that says how it went.
import { homedir } from 'node:os';
import { parseCommandLine } from './command-line.ts';
import { version } from './compose-sessions.ts';
import { EXIT, type ExitCode, JumpClientProblem } from './exit-codes.ts';
import { createLog } from './log.ts';
import { runJumpClient } from './run.ts';
import { runDevice } from './simulated-android/run-device.ts';
import { runSubcommand } from './subcommands.ts';

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
  const command = parseCommandLine(process.argv.slice(2), { env: process.env, home: homedir(), version });
  if (command.command === 'shown') return EXIT.done;
  if (command.command === 'run' || command.command === 'simulate') {
    const log = createLog('info');
    // Whoever started this may have stopped listening; that is no reason to end.
    process.stdout.on('error', (error) => log.debug({ error }, 'Nobody reads the standard output.'));
    const surroundings = { announce, untilStopped: abortOnSignal(), log };
    if (command.command === 'run') await runJumpClient(command, surroundings);
    else await runDevice(command, surroundings);
  } else {
    process.stdout.write(`${await runSubcommand(command, createLog('warn'))}\n`);
  }
  return EXIT.done;
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
