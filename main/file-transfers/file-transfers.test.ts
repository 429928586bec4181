import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FilesEvent, FilesRequest, Transfer } from '#app/contracts/files-port.ts';
import { serveFolders, serveTransfer } from '#app/file-transfer/serve-file-transfer.ts';
import { createSessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { systemClock } from '../clock.ts';
import { eventually } from '../testing/eventually.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createFileTransfers } from './file-transfers.ts';
import { thisDisk } from './this-disk.ts';

/**
 * A console and a computer, each with a folder that it begins in.
 * @param framesArriving so many frames of the computer arrive; those after them are on their way for ever
 */
async function aSession({ framesArriving = Number.POSITIVE_INFINITY } = {}) {
  let framesSent = 0;
  const [here, there] = [temporaryFolder(), temporaryFolder()];
  const serving = {
    disk: { ...thisDisk, home: there },
    inWork: new Set<string>(),
    onTrouble: (error: unknown) => expect.fail(String(error)),
  };
  const computer = createSessionEndpoint({
    side: 'computer',
    sendFrame(frame) {
      framesSent += 1;
      if (framesSent <= framesArriving) setImmediate(() => console.receive(frame));
    },
    onChannelOpened: (channel) =>
      void (channel.service.service === 'file-transfer' && channel.service.use === 'folders'
        ? serveFolders(channel, serving)
        : serveTransfer(channel, serving)),
  });
  const console = createSessionEndpoint({
    side: 'representative',
    sendFrame: (frame) => setImmediate(() => computer.receive(frame)),
    onChannelOpened: () => undefined,
  });
  console.peerPresent(true);
  computer.peerPresent(true);
  const events: FilesEvent[] = [];
  const transfers = createFileTransfers({
    disk: { ...thisDisk, home: here },
    endpoint: console,
    inWork: new Set(),
    send: (event) => void events.push(event),
    clock: systemClock,
    log: createQuietLog(),
  });
  let lastId = 0;
  type Asked = FilesRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;
  async function ask(request: Asked) {
    lastId += 1;
    const id = lastId;
    transfers.handle({ ...request, id } as FilesRequest);
    return await eventually(() => {
      const found = events.find((event) => 'id' in event && event.id === id);
      expect(found).toBeDefined();
      return found;
    });
  }
  const shown = (): readonly Transfer[] =>
    events.findLast((event) => event.files === 'queue')?.transfers ?? [];
  await ask({ do: 'list', side: 'here', place: { at: 'home' } });
  await ask({ do: 'list', side: 'there', place: { at: 'home' } });
  return {
    here,
    there,
    ask,
    shown,
    transfers,
    upload: (...names: string[]) =>
      transfers.handle({ do: 'transfer', from: 'here', folder: here, names, to: there }),
    download: (...names: string[]) =>
      transfers.handle({ do: 'transfer', from: 'there', folder: there, names, to: here }),
    whenEnded: (...states: Transfer['state'][]) =>
      eventually(() => expect(shown().map(({ state }) => state)).toEqual(states)),
  };
}

test('a folder is transferred with all that is in it, and links within it are left out', async () => {
  const { here, there, upload, whenEnded, shown } = await aSession();
  mkdirSync(join(here, 'folder', 'inner'), { recursive: true });
  writeFileSync(join(here, 'folder', 'a'), 'A');
  writeFileSync(join(here, 'folder', 'inner', 'b'), 'BB');
  symlinkSync('/etc/passwd', join(here, 'folder', 'link'));
  upload('folder');
  await whenEnded('done');
  expect(readFileSync(join(there, 'folder', 'inner', 'b'), 'utf8')).toBe('BB');
  expect(readdirSync(join(there, 'folder')).sort()).toEqual(['a', 'inner']);
  expect(shown()[0]).toMatchObject({
    filesTotal: 2,
    filesDone: 2,
    filesLeftOut: 1,
    bytesDone: 3,
    bytesTotal: 3,
  });
});

test('a name that is taken is asked about, and one answer may do for all', async () => {
  const { here, there, transfers, download, whenEnded, shown } = await aSession();
  for (const name of ['a', 'b', 'c']) {
    writeFileSync(join(there, name), `new ${name}`);
    writeFileSync(join(here, name), 'old');
  }
  download('a', 'b', 'c');
  await whenEnded('asking', 'waiting', 'waiting');
  expect(shown()[0]?.standing).toMatchObject({ size: 3 });
  transfers.handle({ do: 'answer', transfer: 1, answer: 'skip', forAll: false });
  await whenEnded('skipped', 'asking', 'waiting');
  transfers.handle({ do: 'answer', transfer: 2, answer: 'keep-both', forAll: true });
  await whenEnded('skipped', 'done', 'done');
  expect(readdirSync(here).sort()).toEqual(['a', 'b', 'b (2)', 'c', 'c (2)']);
  expect(readFileSync(join(here, 'b'), 'utf8')).toBe('old');
  expect(readFileSync(join(here, 'b (2)'), 'utf8')).toBe('new b');
});

test('what fails says why, and may be tried again; the rest goes on', async () => {
  const { there, transfers, download, whenEnded, shown } = await aSession();
  writeFileSync(join(there, 'b'), 'B');
  download('a', 'b');
  await whenEnded('failed', 'done');
  expect(shown()[0]?.problem).toBe('not-found');
  writeFileSync(join(there, 'a'), 'A');
  transfers.handle({ do: 'retry', transfer: 1 });
  await whenEnded('done', 'done');
  transfers.handle({ do: 'clear' });
  await whenEnded();
});

test('one that is cancelled leaves nothing, and one that is closed what has arrived', async () => {
  const first = await aSession({ framesArriving: 20 });
  writeFileSync(join(first.there, 'x'), randomBytes(4_000_000));
  first.download('x', 'x');
  await eventually(() => expect(readdirSync(first.here)).toHaveLength(1));
  first.transfers.handle({ do: 'cancel', transfer: 1 });
  first.transfers.handle({ do: 'cancel', transfer: 2 });
  await first.whenEnded('cancelled', 'cancelled');
  expect(readdirSync(first.here)).toEqual([]);
  const second = await aSession({ framesArriving: 20 });
  writeFileSync(join(second.there, 'x'), randomBytes(4_000_000));
  second.download('x');
  await eventually(() => expect(second.shown()[0]?.step).toBe('moving'));
  second.transfers.close();
  await second.whenEnded('cancelled');
  expect(readdirSync(second.here)[0]).toMatch(/^\.jump-console-[0-9a-f]{24}\.part$/);
});

test('a folder that nobody was told is not looked into, on either side', async () => {
  const { ask, transfers, shown } = await aSession();
  const elsewhere = temporaryFolder();
  for (const side of ['here', 'there'] as const) {
    const list = { do: 'list', side, place: { at: 'folder', path: elsewhere } } as const;
    expect(await ask(list)).toMatchObject({ files: 'refused', problem: 'not-found' });
    expect(await ask({ do: 'delete', side, folder: elsewhere, names: ['x'] })).toMatchObject({ name: 'x' });
  }
  transfers.handle({ do: 'transfer', from: 'there', folder: '/etc', names: ['passwd'], to: elsewhere });
  expect(shown()).toEqual([]);
});

test('folders are made, renamed and deleted on both sides', async () => {
  const { here, there, ask } = await aSession();
  for (const [side, folder] of [
    ['here', here],
    ['there', there],
  ] as const) {
    expect(await ask({ do: 'make-folder', side, folder, name: 'a' })).toMatchObject({ files: 'done' });
    expect(await ask({ do: 'make-folder', side, folder, name: '../a' })).toMatchObject({
      problem: 'name-refused',
    });
    expect(await ask({ do: 'rename', side, folder, name: 'a', newName: 'b' })).toMatchObject({
      files: 'done',
    });
    expect(readdirSync(folder)).toEqual(['b']);
    expect(await ask({ do: 'delete', side, folder, names: ['b'] })).toMatchObject({ files: 'done' });
    expect(readdirSync(folder)).toEqual([]);
  }
});
