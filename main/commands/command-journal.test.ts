import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RepresentativeId } from '#app/domain/ids.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { JournalEntry, openCommandJournal } from './command-journal.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

const ANNA = RepresentativeId.parse('anna');
const BEN = RepresentativeId.parse('ben');

const entry = (appliance = 'a', representativeId = ANNA) =>
  JournalEntry.parse({
    opId: crypto.randomUUID(),
    name: 'support-session:end',
    params: { opId: crypto.randomUUID(), sessionId: 's-1' },
    appliance,
    representativeId,
    startedAt: 1_000,
  });

const open = (path: string, now = 2_000) =>
  openCommandJournal({ path, now: () => now, log: createQuietLog() });

test('what was added is there after a restart, in its order, for its appliance and its representative only', () => {
  const path = join(temporaryFolder(), 'commands.json');
  const [first, second, foreign, bens] = [entry(), entry(), entry('b'), entry('a', BEN)];
  const journal = open(path);
  for (const added of [first, foreign, bens, second]) journal.add(added);
  expect(open(path).unfinished('a', ANNA)).toEqual([first, second]);
  expect(open(path).unfinished('a', BEN)).toEqual([bens]);
});

test('what is older than a day is forgotten: the appliance no longer knows it', () => {
  const path = join(temporaryFolder(), 'commands.json');
  open(path).add(entry());
  expect(open(path, 1_000 + DAY_MS).unfinished('a', ANNA)).toEqual([]);
});

test('a damaged journal is set aside, and the console starts', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'commands.json');
  writeFileSync(path, '{"version":1,"commands":[{"opId":');
  expect(open(path).unfinished('a', ANNA)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['commands.json.set-aside-1970-01-01T00-00-02.000Z']);
});
