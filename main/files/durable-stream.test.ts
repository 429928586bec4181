import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openDurableStream } from './durable-stream.ts';

test('what was there stays until the new content is whole', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'items.csv');
  writeFileSync(path, 'old');
  chmodSync(path, 0o640);
  const stream = await openDurableStream(path);
  await stream.write('new ');
  await stream.write('content ☂');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(await stream.commit()).toBe(15);
  expect(readFileSync(path, 'utf8')).toBe('new content ☂');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(['items.csv']);
});

test('what is discarded leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const stream = await openDurableStream(join(folder, 'items.csv'));
  await stream.write('half');
  await stream.discard();
  const other = await openDurableStream(join(folder, 'items.csv'));
  other.discardNow();
  await other.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('a link stays one: the file it leads to is replaced', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'real.csv'), 'old');
  symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
  const stream = await openDurableStream(join(folder, 'link.csv'));
  await stream.write('new');
  await stream.commit();
  expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new');
});

test('a folder that is not there, goes meanwhile, or stands in the way is told, and nothing is left', async () => {
  const folder = temporaryFolder();
  await expect(openDurableStream(join(folder, 'gone', 'items.csv'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
  mkdirSync(join(folder, 'items.csv'));
  await expect(openDurableStream(join(folder, 'items.csv'))).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(openDurableStream('/dev/null')).rejects.toMatchObject({ code: 'ENOTSUP' });
  expect(readdirSync(folder)).toEqual(['items.csv']);
  const leaving = await openDurableStream(join(folder, 'items.csv', 'deep.csv'));
  rmSync(join(folder, 'items.csv'), { recursive: true });
  await expect(leaving.commit()).rejects.toMatchObject({ code: 'ENOENT' });
});
