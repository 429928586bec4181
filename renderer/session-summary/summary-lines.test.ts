import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary, SummaryEntry } from '#app/domain/session-summary.ts';
import { summaryLines } from './summary-lines.ts';
import { summaryText } from './summary-text.ts';

const uuid = '00000000-0000-4000-8000-000000000001';
const BEGAN = Date.UTC(2027, 0, 15, 8);
const MINUTE = 60_000;

function aSummary(entries: SummaryEntry[], part: Partial<SessionSummary> = {}): SessionSummary {
  return {
    id: SupportSessionId.parse('s-1'),
    jumpItemId: null,
    name: 'Erika Muster',
    hostname: 'home-pc',
    customer: 'Erika',
    startedBy: 'Anna',
    representatives: ['Anna', 'Ben'],
    startedAt: BEGAN,
    endedAt: BEGAN + 10 * MINUTE,
    end: 'representative',
    revision: 2,
    chatMessages: 3,
    entries,
    omitted: 0,
    ...part,
  };
}
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');
const seen = (deed: SummaryEntry['deed'], who: string | null = 'Anna'): SummaryEntry => ({
  at: BEGAN + MINUTE,
  who,
  reportId: null,
  deed,
});
const file = {
  did: 'transferred',
  way: 'sent',
  name: 'a.txt',
  bytes: 2_048,
  files: 1,
  outcome: 'done',
} as const;

test.each<[SummaryEntry, string]>([
  [seen({ did: 'joined' }, 'Ben'), 'Ben joined'],
  [seen({ did: 'customer-lost' }, null), 'The connection of the customer was lost'],
  [
    seen({ did: 'pin-failed', code: 'customer-refused' }),
    'The Jump Client was not installed: The customer did not allow the Jump Client to be installed.',
  ],
  [seen({ did: 'pinned', as: 'Home' }), 'Pinned as the Jump Client Home'],
  [seen(file), 'Anna sent a.txt, 2.0 KiB'],
  [seen({ ...file, way: 'received', files: 3 }), 'Anna received a.txt, 3 files, 2.0 KiB'],
  [seen({ ...file, outcome: 'failed' }), 'Anna sent a.txt: it failed'],
  [seen({ did: 'screen-controlled' }), 'Anna took control of the screen'],
])('a deed is a sentence', (entry, sentence) => {
  const [, line] = summaryLines(aSummary([entry]));
  expect(plain(line?.text ?? '')).toBe(sentence);
});

test('it begins with who began it, and its end stands before what was reported after it', () => {
  const late = { ...seen(file), at: BEGAN + 11 * MINUTE, reportId: uuid };
  const lines = summaryLines(aSummary([seen({ did: 'shell-opened' }), late]));
  expect(lines.map(({ text, reportedBy }) => [plain(text), reportedBy])).toEqual([
    ['Anna began the session', null],
    ['Anna opened a Command Shell', null],
    ['Ended by a representative', null],
    ['Anna sent a.txt, 2.0 KiB', 'Anna'],
  ]);
});

test('one that runs has no end yet', () => {
  expect(summaryLines(aSummary([], { endedAt: null, end: null }))).toHaveLength(1);
});

test('as text it has a line each, with tabs, and says what was reported and what is missing', () => {
  const text = summaryText(aSummary([{ ...seen(file), reportId: uuid }], { omitted: 2 }), BEGAN);
  const lines = plain(text).split('\n');
  expect(lines[0]).toBe('Session with Erika Muster');
  expect(lines).toContain('Duration\t10:00');
  expect(lines).toContain('Chat\t3 messages');
  expect(lines.find((line) => line.includes('a.txt'))).toMatch(/\tAnna sent a\.txt, 2\.0 KiB\treported$/);
  expect(lines.at(-1)).toBe('2 more events are not kept.');
});

test.each(HOSTILE_TEXTS)('%s as the name of a file makes no line of its own', (_about, name) => {
  const text = summaryText(aSummary([seen({ ...file, name })]), BEGAN);
  expect(text.split('\n')).toHaveLength(12);
  const [, line] = summaryLines(aSummary([seen({ ...file, name })]));
  expect(line?.text).not.toMatch(/[\p{Control}\u2028\u2029]/u);
});
