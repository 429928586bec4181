import { parseArgs } from 'node:util';
import { PROBES, type ProbeName, SIDES, type SideName } from './measurement.ts';

export type BenchOptions = {
  readonly items: readonly number[];
  readonly runs: number;
  readonly probes: readonly ProbeName[];
  readonly sides: readonly SideName[];
  readonly json: boolean;
  /** Record a CPU profile of each probe's page. */
  readonly profile: boolean;
  /** Milliseconds by which the floor is slowed on purpose, to see that the probes see it. */
  readonly slowFloor: number;
};

/** A command line that cannot be followed; the message is for the person who wrote it. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

export const USAGE = `npm run bench -- [options]
  --items 1000,10000      numbers of Jump Items (default 1000,10000)
  --runs 5                runs of each; the table shows medians over them (default 5)
  --probes launch,search  some of: ${PROBES.join(', ')} (default: all)
  --sides console,floor   only one of the two (default: both)
  --json                  the measurements as JSON lines on standard output, too
  --profile               write a CPU profile of each probe beside the results
  --slow-floor 50         slow the floor by so many ms: its figures must rise by as much`;

/** Reads the command line. Throws an OptionsError that says which word is wrong. */
export function parseOptions(words: readonly string[]): BenchOptions {
  const { values } = readWords(words);
  return {
    items: splitList(values.items).map((word) => wholeNumber('--items', word, 1)),
    runs: wholeNumber('--runs', values.runs, 1),
    probes: splitList(values.probes).map((word) => oneOf('--probes', word, PROBES)),
    sides: splitList(values.sides).map((word) => oneOf('--sides', word, SIDES)),
    json: values.json,
    profile: values.profile,
    slowFloor: wholeNumber('--slow-floor', values['slow-floor'], 0),
  };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        items: { type: 'string', default: '1000,10000' },
        runs: { type: 'string', default: '5' },
        probes: { type: 'string', default: PROBES.join(',') },
        sides: { type: 'string', default: SIDES.join(',') },
        json: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        'slow-floor': { type: 'string', default: '0' },
      },
    });
  } catch (error) {
    throw new OptionsError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const splitList = (list: string): readonly string[] => list.split(',').filter((word) => word !== '');

function wholeNumber(option: string, word: string, least: number): number {
  const number = Number(word);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new OptionsError(`${option}: “${word}” is not a whole number of at least ${least}.`);
}

function oneOf<const T extends string>(option: string, word: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === word);
  if (found !== undefined) return found;
  throw new OptionsError(`${option}: “${word}” is none of ${allowed.join(', ')}.`);
}
