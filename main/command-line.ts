import { parseApplianceAddress } from './commands/appliance-address.ts';

export type CommandLine = {
  /** Where to connect; without it the console starts an appliance of its own. */
  readonly appliance: string | null;
  /** What the embedded appliance is told. */
  readonly applianceArguments: readonly string[];
  readonly withThisComputer: boolean;
};

/** Handed to the embedded appliance as they are. */
const APPLIANCE_OPTIONS = ['fleet', 'items', 'seed'] as const;

/** What the console was told to do and cannot. Its message is for the terminal. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
}

/**
 * Reads the console's own options; Chromium's and Electron's are none of its business.
 * `--appliance=URL`, `--fleet=NAME|FILE`, `--items=N`, `--seed=N`, `--with-this-computer`.
 * @throws {CommandLineError} an address that is none
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const given = optionValue(words, 'appliance');
  const appliance = given === null ? null : parseApplianceAddress(given);
  if (given !== null && appliance === null) {
    throw new CommandLineError(`--appliance=${given} is no address. An example: https://support.example.com`);
  }
  const applianceArguments = APPLIANCE_OPTIONS.flatMap((name) => {
    const value = optionValue(words, name);
    return value === null ? [] : [`--${name}`, value];
  });
  return { appliance, applianceArguments, withThisComputer: words.includes('--with-this-computer') };
}

function optionValue(words: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const word = words.findLast((candidate) => candidate.startsWith(prefix));
  return word === undefined ? null : word.slice(prefix.length);
}
