import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createBoundedLogFile } from './bounded-log-file.ts';
import { createLog } from './create-log.ts';

test('errors are logged with their stack, one JSON line each', () => {
  const folder = temporaryFolder();
  createLog({ folder, alsoStandardError: false }).error({ err: new TypeError('x\ny') }, 'a bug');
  const lines = readFileSync(join(folder, 'console.log'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  const entry = JSON.parse(lines[0] ?? '');
  expect(entry).toMatchObject({ msg: 'a bug', err: { type: 'TypeError' } });
  expect(entry.err.stack).toContain('create-log.test.ts');
});

test('secrets are left out', () => {
  const folder = temporaryFolder();
  createLog({ folder, alsoStandardError: false }).info({ token: 's3cret', access: { token: 's3cret' } }, 'x');
  expect(readFileSync(join(folder, 'console.log'), 'utf8')).not.toContain('s3cret');
});

test('the log never grows beyond its bounds', () => {
  const folder = temporaryFolder();
  const file = createBoundedLogFile({ folder, name: 'console', maxBytes: 100, keep: 3 });
  for (let line = 0; line < 100; line += 1) file.write(`line ${line} ${'x'.repeat(30)}\n`);
  expect(readdirSync(folder).sort()).toEqual(['console.1.log', 'console.2.log', 'console.log']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(100);
  expect(readFileSync(join(folder, 'console.log'), 'utf8')).toContain('line 99 ');
});
