import type { Logger } from 'pino';
import type { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import { type RunningAppliance, startAppliance } from './appliance.ts';
import { type ApplianceOptions, ArgumentsProblem, parseCommandLine } from './command-line.ts';
import { AuditFileProblem } from './storage/audit-file.ts';
import type { Fleet } from './testing/fleet.ts';
import { generateFleet } from './testing/generate-fleet.ts';
import { FleetProblem, loadFleet } from './testing/load-fleet.ts';

const DEFAULT_FLEET = 'office';

/** What became of a start. `help`: only help was asked for, and was given. */
export type Started =
  | { readonly outcome: 'running'; readonly appliance: RunningAppliance; readonly withParent: boolean }
  | { readonly outcome: 'refused'; readonly announcement: Extract<ApplianceAnnouncement, { ready: false }> }
  | { readonly outcome: 'help' };

type Surroundings = { readonly env: Readonly<Record<string, string | undefined>>; readonly log: Logger };

/** Starts what the command line asks for. Never rejects: a start that fails says why in its announcement. */
export async function run(words: readonly string[], { env, log }: Surroundings): Promise<Started> {
  try {
    const options = parseCommandLine(words);
    if (options === null) return { outcome: 'help' };
    const { port, address, control, withParent, auditLog } = options;
    if (control && env.DATABASE_URL !== undefined) {
      throw new ArgumentsProblem('--control is for memory storage only, and DATABASE_URL is set');
    }
    const fleet = chooseFleet(options);
    const appliance = await startAppliance({ fleet, port, address, control, auditLog, log });
    return { outcome: 'running', appliance, withParent };
  } catch (error) {
    const announcement = announceProblem(error);
    if (announcement.problem === 'internal') log.error({ err: error }, 'could not start');
    return { outcome: 'refused', announcement };
  }
}

function chooseFleet({ fleet, items, seed }: ApplianceOptions): Fleet {
  return items === null ? loadFleet(fleet ?? DEFAULT_FLEET) : generateFleet({ items, seed });
}

function announceProblem(error: unknown): Extract<ApplianceAnnouncement, { ready: false }> {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof FleetProblem) return { ready: false, problem: 'fleet-file', message };
  if (error instanceof ArgumentsProblem || error instanceof AuditFileProblem)
    return { ready: false, problem: 'arguments', message };
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return {
        ready: false,
        problem: 'port-taken',
        message: `The port is taken by another program (${message}).`,
      };
    case 'EACCES':
      return { ready: false, problem: 'port-taken', message: `The port may not be used here (${message}).` };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        ready: false,
        problem: 'arguments',
        message: `--host is no address of this computer (${message}).`,
      };
    default:
      return { ready: false, problem: 'internal', message };
  }
}
