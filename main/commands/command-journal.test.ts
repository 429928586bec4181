import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { JournalEntry, openCommandJournal } from './command-journal.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

const entry = (appliance = 'a') =>
  JournalEntry.parse({
    opId: crypto.randomUUID(),
    name: 'support-session:end',
    params: { opId: crypto.randomUUID(), sessionId: 's-1' },
    appliance,
    startedAt: 1_000,
  });

const open = (path: string, now = 2_000) =>
  openCommandJournal({ path, now: () => now, log: createQuietLog() });

test('what was added is there after a restart, in its order, for its appliance only', () => {
  const path = join(temporaryFolder(), 'commands.json');
  const [first, second, foreign] = [entry(), entry(), entry('b')];
  const journal = open(path);
  for (const added of [first, foreign, second]) journal.add(added);
  expect(open(path).unfinished('a')).toEqual([first, second]);
});

test('what is older than a day is forgotten: the appliance no longer knows it', () => {
  const path = join(temporaryFolder(), 'commands.json');
  open(path).add(entry());
  expect(open(path, 1_000 + DAY_MS).unfinished('a')).toEqual([]);
});

test('a damaged journal is set aside, and the console starts', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'commands.json');
  writeFileSync(path, '{"version":1,"commands":[{"opId":');
  expect(open(path).unfinished('a')).toEqual([]);
  expect(readdirSync(folder)).toEqual(['commands.json.set-aside-1970-01-01T00-00-02.000Z']);
});
