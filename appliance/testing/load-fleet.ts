import { readFileSync } from 'node:fs';
import { ALL_USERS, Fleet, PERSONAL_PREFIX } from './fleet.ts';
import guide from './fleets/guide.json' with { type: 'json' };
import office from './fleets/office.json' with { type: 'json' };

/** The fleets that come with the appliance. */
const SHIPPED: Readonly<Record<string, unknown>> = { guide, office };

/** Why a fleet cannot be used, in words for whoever wrote it. */
export class FleetProblem extends Error {
  override readonly name = 'FleetProblem';
}

/** Loads a shipped fleet by name, or a file. @throws FleetProblem naming the field and what is wrong with it */
export function loadFleet(nameOrFile: string): Fleet {
  if (Object.hasOwn(SHIPPED, nameOrFile)) return checkFleet(SHIPPED[nameOrFile], nameOrFile);
  return checkFleet(readJson(nameOrFile), nameOrFile);
}

/** Checks what a fleet file says. @throws FleetProblem */
export function checkFleet(input: unknown, source: string): Fleet {
  const parsed = Fleet.safeParse(input);
  if (!parsed.success) {
    const [first, ...more] = parsed.error.issues;
    const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
    const place = pathText(first?.path ?? []);
    throw new FleetProblem(`Fleet ${source}: ${place}: ${textOf(first)}${others}`);
  }
  checkReferences(parsed.data, source);
  return parsed.data;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const names = Object.keys(SHIPPED).join(', ');
    throw new FleetProblem(
      `Fleet ${file}: the file cannot be read (${codeOf(error)}). Shipped fleets are: ${names}.`,
      { cause: error },
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FleetProblem(`Fleet ${file}: not JSON: ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  empty: 'must not be empty',
  'too-long': 'is too long',
  'lone-surrogate': 'holds half of a character',
  'control-character': 'holds a control character',
};

function textOf(issue: { message: string } | undefined): string {
  const message = issue?.message ?? 'is wrong';
  return REFUSAL_WORDS[message] ?? message;
}

function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

/** Every name that points somewhere points at something, and nothing is named twice. */
function checkReferences(fleet: Fleet, source: string): void {
  const refuse = (place: string, what: string): never => {
    throw new FleetProblem(`Fleet ${source}: ${place}: ${what}`);
  };
  const teams = new Set(fleet.teams);
  const groups = new Set([ALL_USERS, ...fleet.teams]);
  fleet.accounts.forEach(({ username, teams: own }, index) => {
    if (groups.has(PERSONAL_PREFIX + username))
      refuse(`accounts[${index}].username`, `${username} is there twice`);
    groups.add(PERSONAL_PREFIX + username);
    for (const team of own)
      if (!teams.has(team)) refuse(`accounts[${index}].teams`, `there is no team ${team}`);
  });
  fleet.installers.forEach(({ jumpGroup }, index) => {
    if (!groups.has(jumpGroup))
      refuse(`installers[${index}].jumpGroup`, `there is no Jump Group ${jumpGroup}`);
  });
  const ids = new Set<string>();
  fleet.jumpItems.forEach(({ id, jumpGroup }, index) => {
    if (!groups.has(jumpGroup))
      refuse(`jumpItems[${index}].jumpGroup`, `there is no Jump Group ${jumpGroup}`);
    if (id === undefined) return;
    if (ids.has(id)) refuse(`jumpItems[${index}].id`, `${id} is there twice`);
    ids.add(id);
  });
}
