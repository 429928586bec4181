// The support client's program: what a customer starts to join a support session.
import { join } from 'node:path';
import { version } from '../compose-sessions.ts';
import { EXIT, type ExitCode, JumpClientProblem } from '../exit-codes.ts';
import { createLog } from '../log.ts';
import { parseSupportClientCommand } from './command-line.ts';
import { thisComputer } from './joining-computer.ts';
import { runSupportClient } from './run.ts';
import { openTerminal } from './terminal.ts';

function abortOnSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort());
  return stopping.signal;
}

async function main(): Promise<ExitCode> {
  const command = parseSupportClientCommand(process.argv.slice(2), {
    version,
    isRoot: process.getuid?.() === 0,
  });
  if (command === null) return EXIT.done;
  const log = createLog('error'); // a person reads this terminal
  process.stdout.on('error', (error) => log.debug({ error }, 'Nobody reads the standard output.'));
  const jumpClientProgram = join(import.meta.dirname, '../jump-client/index.js');
  return runSupportClient(command, thisComputer({ ...command, jumpClientProgram, log }), {
    announce: (joined) => process.stdout.write(`${JSON.stringify({ joined: true, ...joined })}\n`),
    terminal: openTerminal({ input: process.stdin, output: process.stderr }),
    untilStopped: abortOnSignal(),
    log,
  });
}

try {
  process.exit(await main());
} catch (error) {
  if (error instanceof JumpClientProblem) process.exit(error.exitCode);
  createLog('error').fatal({ error }, 'The support client failed.');
  process.exit(EXIT.failed);
}
