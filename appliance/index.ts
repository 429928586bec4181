// The appliance as a program. The first line on standard output is an ApplianceAnnouncement; then only standard
// error speaks, in JSON lines.
import { destination, type Logger, pino } from 'pino';
import type { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import { type RunningAppliance, startAppliance } from './appliance.ts';
import { type ApplianceOptions, ArgumentsProblem, parseCommandLine } from './command-line.ts';
import { onParentGone } from './parent-watch.ts';
import type { Fleet } from './testing/fleet.ts';
import { generateFleet } from './testing/generate-fleet.ts';
import { FleetProblem, loadFleet } from './testing/load-fleet.ts';

const DEFAULT_FLEET = 'office';
const EXIT_REFUSED = 2;

function announcementLine(announcement: ApplianceAnnouncement): string {
  return `${JSON.stringify(announcement)}\n`;
}

type Problem = Extract<ApplianceAnnouncement, { ready: false }>;

function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof FleetProblem) return { ready: false, problem: 'fleet-file', message };
  if (error instanceof ArgumentsProblem) return { ready: false, problem: 'arguments', message };
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE' || code === 'EACCES') {
    return { ready: false, problem: 'port-taken', message: `The port cannot be used: ${message}` };
  }
  return { ready: false, problem: 'internal', message };
}

function endWith(appliance: RunningAppliance, log: Logger, withParent: boolean): void {
  let ending = false;
  const end = (why: string) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'ending');
    appliance.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not end properly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  if (withParent) onParentGone(() => end('the parent process is gone'));
}

function chooseFleet({ fleet, items, seed }: ApplianceOptions): Fleet {
  return items === null ? loadFleet(fleet ?? DEFAULT_FLEET) : generateFleet({ items, seed });
}

async function run(options: ApplianceOptions, log: Logger): Promise<void> {
  const { port, address, control } = options;
  if (control && process.env.DATABASE_URL !== undefined) {
    throw new ArgumentsProblem('--control is for memory storage only, and DATABASE_URL is set');
  }
  const fleet = chooseFleet(options);
  const appliance = await startAppliance({ fleet, port, address, control, log });
  endWith(appliance, log, options.withParent);
  process.stdout.write(announcementLine(appliance.announcement));
}

const log = pino({ base: null }, destination({ dest: 2, sync: true }));
try {
  const options = parseCommandLine(process.argv.slice(2));
  if (options !== null) await run(options, log);
} catch (error) {
  const problem = problemOf(error);
  if (problem.problem === 'internal') log.error({ err: error }, 'could not start');
  process.stdout.write(announcementLine(problem), () => process.exit(EXIT_REFUSED));
}
