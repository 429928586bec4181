import { Command, CommanderError, InvalidArgumentError } from 'commander';

export type ApplianceOptions = {
  readonly port: number;
  readonly address: string;
  readonly fleet: string | null;
  readonly items: number | null;
  readonly seed: number;
  readonly control: boolean;
  readonly withParent: boolean;
  readonly auditLog: string | null;
};

const DEFAULT_PORT = 8420;

/** The command line is wrong; the message says how. */
export class ArgumentsProblem extends Error {
  override readonly name = 'ArgumentsProblem';
}

/** Reads the words after the program's name. Null: only help was asked for. @throws ArgumentsProblem */
export function parseCommandLine(words: readonly string[]): ApplianceOptions | null {
  const command = new Command('appliance')
    .description('The appliance: keeps Jump Items, and joins consoles with Jump Clients.')
    .option('--port <number>', 'port to listen on, 0 for any free one', wholeNumber(0, 65_535), DEFAULT_PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--fleet <name|file>', 'what the site holds at first: guide, office, or a JSON file (docs/qa.md)')
    .option('--items <number>', 'a made-up site with so many Jump Items instead', wholeNumber(0, 100_000))
    .option('--seed <number>', 'which made-up site', wholeNumber(0, 4_294_967_295), 1)
    .option('--control', 'open the interface that QA drives (docs/qa.md)', false)
    .option('--with-parent', 'end when the process that started this one does', false)
    .option('--audit-log <file>', 'write down sign-ins, refusals, jumps and what becomes of Jump Clients')
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  try {
    command.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return null;
    throw new ArgumentsProblem(error.message.replace(/^error: /, ''), { cause: error });
  }
  const given = command.opts<GivenOptions>();
  if (given.fleet !== undefined && given.items !== undefined) {
    throw new ArgumentsProblem('--fleet and --items exclude each other');
  }
  const {
    port,
    host: address,
    fleet = null,
    items = null,
    seed,
    control,
    withParent,
    auditLog = null,
  } = given;
  return { port, address, fleet, items, seed, control, withParent, auditLog };
}

type GivenOptions = {
  port: number;
  host: string;
  fleet?: string;
  items?: number;
  seed: number;
  control: boolean;
  withParent: boolean;
  auditLog?: string;
};

function wholeNumber(min: number, max: number) {
  return (word: string): number => {
    const number = Number(word);
    if (/^\d+$/.test(word) && number >= min && number <= max) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}
