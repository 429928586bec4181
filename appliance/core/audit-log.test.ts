import { expect, test } from 'vitest';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { systemEnvironment } from '../system-environment.ts';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { type AuditPosition, createAuditLog, EMPTY_AUDIT, verifyAuditLog } from './audit-log.ts';

const environment = createFakeEnvironment(Date.UTC(2027, 0, 15, 8));
const { digest } = systemEnvironment;
const anna = 'representative-anna' as RepresentativeId;

function written(count: number, from: AuditPosition = EMPTY_AUDIT): string[] {
  const lines: string[] = [];
  const record = createAuditLog({ ...environment, digest, from, append: (line) => lines.push(line) });
  for (let number = 0; number < count; number += 1) {
    record({ event: 'signed-in', representativeId: anna, address: `192.0.2.${number}` });
  }
  return lines;
}

test('a line says what happened when, in UTC, and follows the one before', () => {
  const [line = ''] = written(1);
  expect(JSON.parse(line)).toMatchObject({
    seq: 1,
    at: '2027-01-15T08:00:00.000Z',
    event: 'signed-in',
    representativeId: 'representative-anna',
    address: '192.0.2.0',
  });
  expect(verifyAuditLog(written(5), digest)).toMatchObject({ ok: true, position: { seq: 5 } });
});

test('a log goes on where an earlier run left it', () => {
  const before = written(2);
  const verdict = verifyAuditLog(before, digest);
  if (!verdict.ok) throw new Error('broken');
  expect(verifyAuditLog([...before, ...written(2, verdict.position)], digest)).toMatchObject({ ok: true });
});

const tamperings: [string, (lines: string[]) => string[], number][] = [
  ['changed', (lines) => lines.with(2, lines[2]?.replace('192.0.2.2', '192.0.2.9') ?? ''), 3],
  ['taken out', (lines) => lines.toSpliced(1, 1), 2],
  ['put in twice', (lines) => lines.toSpliced(1, 0, lines[1] ?? ''), 3],
  ['moved', (lines) => [lines[1] ?? '', lines[0] ?? '', ...lines.slice(2)], 1],
  ['replaced by noise', (lines) => lines.with(3, 'null'), 4],
  ['cut short', (lines) => lines.with(4, lines[4]?.slice(0, 30) ?? ''), 5],
];
for (const [what, tamper, brokenAt] of tamperings) {
  test(`a line that was ${what} shows`, () => {
    expect(verifyAuditLog(tamper(written(5)), digest)).toEqual({ ok: false, brokenAt });
  });
}
