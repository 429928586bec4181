import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import * as files from 'node:fs/promises';
import * as paths from 'node:path';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Disk, FileRefused } from '#app/file-transfer/disk.ts';
import { createDiskFolders } from '#app/file-transfer/folders.ts';
import { createMessageChannel } from '#app/file-transfer/message-channel.ts';
import { createRemoteFolders } from '#app/file-transfer/remote-folders.ts';
import { receiveFile, sendFile } from '#app/file-transfer/transfer-file.ts';
import { createSessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { createFileTransferService } from './file-transfer.ts';

const unseen = () => undefined;

function aDisk(home: string, changes: Partial<Disk['files']> = {}): Disk {
  return {
    files: { ...files, ...changes },
    paths,
    home,
    sha256: () => createHash('sha256'),
    now: Date.now,
    isWindows: false,
  };
}

/** A console and a computer with a folder each, and a link whose frames go astray when it is cut. */
function aSession(there = aTemporaryFolder()) {
  const here = aTemporaryFolder();
  const fileTransfer = createFileTransferService({ home: there, log: createSilentLog() });
  let isLinked = true;
  let framesUntilCut = Number.POSITIVE_INFINITY;
  const carry = (to: () => { receive(frame: Uint8Array): void }) => (frame: Uint8Array) => {
    if (!isLinked) return;
    framesUntilCut -= 1;
    if (framesUntilCut <= 0) return cut();
    setImmediate(() => {
      if (isLinked) to().receive(frame);
    });
  };
  const computer = createSessionEndpoint({
    side: 'computer',
    sendFrame: carry(() => console),
    onChannelOpened: (channel) =>
      fileTransfer(channel, channel.service as Parameters<typeof fileTransfer>[1]),
  });
  const console = createSessionEndpoint({
    side: 'representative',
    sendFrame: carry(() => computer),
    onChannelOpened: unseen,
  });
  function cut(): void {
    isLinked = false;
    console.peerPresent(false);
    computer.peerPresent(false);
    framesUntilCut = Number.POSITIVE_INFINITY;
    setImmediate(join);
  }
  function join(): void {
    isLinked = true;
    console.peerPresent(true);
    computer.peerPresent(true);
  }
  join();
  const open = () => createMessageChannel(console.open({ service: 'file-transfer', use: 'transfer' }));
  return {
    here,
    there,
    console,
    computer,
    open,
    cutAfter(frames: number) {
      framesUntilCut = frames;
    },
    folders: createRemoteFolders(console.open({ service: 'file-transfer', use: 'folders' }), unseen),
    async upload(
      name: string,
      ifExists: 'refuse' | 'replace' | 'keep-both' = 'refuse',
      channel = open(),
      onProgress: Parameters<typeof sendFile>[3] = unseen,
    ) {
      const put = channel.say({ order: 'put', folder: there, name, ifExists });
      return await Promise.all([sendFile(aDisk(here), { folder: here, name }, channel, onProgress), put]);
    },
    async download(
      name: string,
      disk = aDisk(here),
      channel = open(),
      onProgress: Parameters<typeof sendFile>[3] = unseen,
    ) {
      const get = channel.say({ order: 'get', folder: there, name });
      const receiving = { folder: here, name, ifExists: 'refuse', inWork: new Set<string>() } as const;
      return await Promise.all([receiveFile(disk, receiving, channel, onProgress), get]);
    },
  };
}

const partial = (name: string) =>
  `.jump-console-${createHash('sha256').update(name).digest('hex').slice(0, 24)}.part`;
const refusedAs = (problem: FileRefused['problem']) => expect.objectContaining({ problem });

test('a file arrives whole both ways, with its time, and nothing else is left', async () => {
  const { here, there, upload, download } = aSession();
  const content = randomBytes(1_500_000);
  writeFileSync(join(here, 'up.bin'), content);
  writeFileSync(join(there, 'down.bin'), content);
  await upload('up.bin');
  await download('down.bin');
  expect(readFileSync(join(there, 'up.bin')).equals(content)).toBe(true);
  expect(readFileSync(join(here, 'down.bin')).equals(content)).toBe(true);
  expect(statSync(join(there, 'up.bin')).mtimeMs).toBeCloseTo(statSync(join(here, 'up.bin')).mtimeMs, -2);
  expect(readdirSync(there).sort()).toEqual(['down.bin', 'up.bin']);
  expect(readdirSync(here).sort()).toEqual(['down.bin', 'up.bin']);
});

test('an empty file is a file', async () => {
  const { here, there, upload } = aSession();
  writeFileSync(join(here, 'empty'), '');
  await upload('empty');
  expect(readFileSync(join(there, 'empty'))).toHaveLength(0);
});

test('a link that is cut at any moment gives identical bytes', async () => {
  const anyCuts = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 700_000 }),
      anyCuts,
      fc.boolean(),
      async (size, cuts, isUpload) => {
        const session = aSession();
        const content = randomBytes(size);
        writeFileSync(join(isUpload ? session.here : session.there, 'x'), content);
        const [first = Number.POSITIVE_INFINITY, ...others] = cuts;
        session.cutAfter(first);
        const next = () => {
          const frames = others.shift();
          if (frames !== undefined) session.cutAfter(frames);
        };
        await (isUpload
          ? session.upload('x')
          : session.download('x', aDisk(session.here), session.open(), next));
        expect(readFileSync(join(isUpload ? session.there : session.here, 'x')).equals(content)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('what an earlier attempt left is gone on with, when it is the beginning of the file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 600_000 }), fc.boolean(), async (length, isBeginning) => {
      const { here, there, download } = aSession();
      const content = randomBytes(500_000);
      writeFileSync(join(there, 'x'), content);
      const left = isBeginning ? content.subarray(0, length) : randomBytes(length);
      if (!isBeginning && length > 0) left.writeUInt8(content.readUInt8(0) ^ 1, 0); // chance begins nothing alike
      writeFileSync(join(here, partial('x')), left);
      let resumedAt = -1;
      await download('x', aDisk(here), undefined, (progress) => {
        resumedAt = progress.resumedAt;
      });
      expect(resumedAt).toBe(isBeginning ? Math.min(length, 500_000) : 0);
      expect(readFileSync(join(here, 'x')).equals(content)).toBe(true);
      expect(readdirSync(here)).toEqual(['x']);
    }),
    {
      numRuns: 15,
      examples: [
        [0, true],
        [500_000, true],
        [1, false],
      ],
    },
  );
});

test('a transfer whose session is lost keeps what has come; one that is cancelled keeps nothing', async () => {
  const { here, there, console, computer, open, download } = aSession();
  writeFileSync(join(there, 'x'), randomBytes(3_000_000));
  await expect(
    download('x', aDisk(here), open(), ({ done }) => {
      if (done > 500_000) console.closeAll({ reason: 'lost' });
    }),
  ).rejects.toEqual(refusedAs('lost'));
  expect(readdirSync(here)).toEqual([partial('x')]);
  computer.closeAll({ reason: 'lost' }); // as when the appliance says so there: its file is closed
  const second = aSession();
  writeFileSync(join(second.there, 'x'), randomBytes(3_000_000));
  const channel = second.open();
  await expect(
    second.download('x', aDisk(second.here), channel, ({ done }) => {
      if (done > 500_000) channel.cancel();
    }),
  ).rejects.toThrow('It was given up.');
  expect(readdirSync(second.here)).toEqual([]);
});

test('an upload that is cancelled leaves nothing on the computer', async () => {
  const { here, there, upload, open, folders } = aSession();
  writeFileSync(join(here, 'x'), randomBytes(3_000_000));
  const channel = open();
  const sent = upload('x', 'refuse', channel);
  setImmediate(() => setImmediate(() => channel.cancel()));
  await expect(sent).rejects.toThrow('It was given up.');
  await expect.poll(async () => (await folders.list({ at: 'folder', path: there })).count).toBe(0);
});

test('a name that is taken: refused, replaced with its permissions, or kept beside', async () => {
  const { here, there, upload } = aSession();
  writeFileSync(join(here, 'x.txt'), 'new');
  writeFileSync(join(there, 'x.txt'), 'old');
  chmodSync(join(there, 'x.txt'), 0o640);
  await expect(upload('x.txt')).rejects.toEqual(refusedAs('exists'));
  expect(readFileSync(join(there, 'x.txt'), 'utf8')).toBe('old');
  await upload('x.txt', 'replace');
  expect(readFileSync(join(there, 'x.txt'), 'utf8')).toBe('new');
  expect(statSync(join(there, 'x.txt')).mode & 0o777).toBe(0o640);
  const [{ name }] = await upload('x.txt', 'keep-both');
  expect(name).toBe('x (2).txt');
  expect(readdirSync(there).sort()).toEqual(['x (2).txt', 'x.txt']);
});

test('a link is replaced, never written through; a folder or a pipe is never replaced', async () => {
  const { here, there, upload } = aSession();
  const elsewhere = join(aTemporaryFolder(), 'victim');
  writeFileSync(elsewhere, 'precious');
  writeFileSync(join(here, 'x'), 'new');
  symlinkSync(elsewhere, join(there, 'x'));
  await upload('x', 'replace');
  expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  expect(readFileSync(join(there, 'x'), 'utf8')).toBe('new');
  expect(statSync(join(there, 'x')).mode & 0o777).toBe(0o666 & ~process.umask()); // the link's own would be everybody's
  symlinkSync(elsewhere, join(there, partial('y')));
  writeFileSync(join(here, 'y'), 'new');
  await expect(upload('y')).rejects.toEqual(refusedAs('not-permitted'));
  expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
  mkdirSync(join(there, 'z'));
  writeFileSync(join(here, 'z'), 'new');
  await expect(upload('z', 'replace')).rejects.toEqual(refusedAs('is-a-folder'));
  execFileSync('mkfifo', [join(there, 'pipe')]);
  writeFileSync(join(here, 'pipe'), 'new');
  await expect(upload('pipe', 'replace')).rejects.toEqual(refusedAs('not-permitted'));
  expect(statSync(join(there, 'pipe')).isFIFO()).toBe(true);
});

test('a full disk is said, and nothing half-done stays', async () => {
  const { here, there, download } = aSession();
  writeFileSync(join(there, 'x'), randomBytes(300_000));
  const noRoom = aDisk(here, { statfs: async () => ({ bavail: 1, bsize: 4_096 }) });
  await expect(download('x', noRoom)).rejects.toEqual(refusedAs('disk-full'));
  const fullMeanwhile = aDisk(here, {
    async open(path, flags) {
      const file = await files.open(path, flags);
      return Object.assign(file, {
        write: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
      });
    },
  });
  await expect(download('x', fullMeanwhile)).rejects.toEqual(refusedAs('disk-full'));
  expect(readdirSync(here)).toEqual([]);
});

/** A disk of so many MiB, for root alone. */
function aSmallDisk(mebibytes: number): string {
  const folder = aTemporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}
const isRoot = process.getuid?.() === 0;

test.runIf(isRoot)(
  'a real disk that has no room, or no more: said, and nothing half-done stays',
  async () => {
    const { here, there, upload } = aSession(aSmallDisk(2));
    writeFileSync(join(here, 'too-large'), randomBytes(3_000_000));
    await expect(upload('too-large')).rejects.toEqual(refusedAs('disk-full'));
    expect(readdirSync(there)).toEqual([]);
    writeFileSync(join(here, 'x'), randomBytes(1_800_000));
    const fillMeanwhile = ({ at }: { at: string }) => {
      if (at === 'moving') writeFileSync(join(there, 'another'), randomBytes(1_000_000));
    };
    await expect(upload('x', 'refuse', undefined, fillMeanwhile)).rejects.toEqual(refusedAs('disk-full'));
    expect(readdirSync(there)).toEqual(['another']);
  },
);

test('what nobody went on with for a week goes when its folder is listed; anything younger or other stays', async () => {
  const { there, folders } = aSession();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const young = partial('young');
  for (const [name, days] of [
    [partial('old'), 8],
    [young, 6],
    ['old.part', 400],
  ] as const) {
    writeFileSync(join(there, name), 'x');
    utimesSync(join(there, name), daysAgo(days), daysAgo(days));
  }
  symlinkSync('old.part', join(there, partial('link')));
  lutimesSync(join(there, partial('link')), daysAgo(8), daysAgo(8));
  const { entries, count } = await folders.list({ at: 'home' });
  const left = [young, 'old.part', partial('link')].sort();
  expect(entries.map(({ name }) => name).sort()).toEqual(left);
  expect(count).toBe(3);
  expect(readdirSync(there).sort()).toEqual(left);
});

test('what arrives otherwise than it was sent is told and taken away', async () => {
  const { here, there, download } = aSession();
  writeFileSync(join(there, 'x'), randomBytes(300_000));
  const wrong = { ...aDisk(here), sha256: () => createHash('sha256').update('x') };
  await expect(download('x', wrong)).rejects.toEqual(refusedAs('checksum'));
  expect(readdirSync(here)).toEqual([]);
});

test.each(['../x', 'a/b', '/etc/passwd', '..', '', 'a\0b', 'x'.repeat(256)])(
  '%j is no name',
  async (name) => {
    const { there, open, folders } = aSession();
    for (const order of ['get', 'put'] as const) {
      const channel = open();
      const rest = order === 'put' ? { ifExists: 'replace' } : {};
      await channel.say({ order, folder: there, name, ...rest });
      const { message } = (await channel.next()) as { message?: unknown };
      expect(message).toEqual({ say: 'refused', problem: 'name-refused' });
    }
    await expect(folders.makeFolder(there, name)).rejects.toEqual(refusedAs('name-refused'));
    await expect(folders.delete(there, name)).rejects.toEqual(refusedAs('name-refused'));
    await expect(folders.rename(there, 'x', name)).rejects.toEqual(
      expect.objectContaining({ name: 'FileRefused' }),
    );
  },
);

test('names of every kind are listed literally, with what they are', async () => {
  const { there, folders } = aSession();
  const names = ['a\nb', '\u202egpj.exe', '<img src=x>', 'x'.repeat(255), '-rf', ' ', 'NUL'];
  for (const name of names) writeFileSync(join(there, name), 'x');
  mkdirSync(join(there, 'folder'));
  symlinkSync('folder', join(there, 'link'));
  symlinkSync('gone', join(there, 'broken'));
  const listing = await folders.list({ at: 'home' });
  expect(listing.path).toBe(there);
  expect(listing.trail.at(-1)).toEqual({ name: paths.basename(there), path: there });
  expect(listing.entries.map(({ name }) => name).sort()).toEqual(
    [...names, 'folder', 'link', 'broken'].sort(),
  );
  const entry = (name: string) => listing.entries.find((candidate) => candidate.name === name);
  expect(entry('-rf')).toMatchObject({ kind: 'file', size: 1, linksTo: null });
  expect(entry('link')).toMatchObject({ kind: 'link', linksTo: 'folder', size: null });
  expect(entry('broken')).toMatchObject({ kind: 'link', linksTo: null });
});

test('one thing that cannot be looked at does not hide its folder', async () => {
  const home = aTemporaryFolder();
  writeFileSync(join(home, 'a'), 'A');
  writeFileSync(join(home, 'dead'), '');
  const disk = aDisk(home, {
    lstat: (path) =>
      path.endsWith('dead')
        ? Promise.reject(Object.assign(new Error('dead mount'), { code: 'ENOTCONN' }))
        : files.lstat(path),
  });
  const { entries } = await createDiskFolders(disk).list({ at: 'home' });
  expect(entries).toMatchObject([
    { name: 'a', kind: 'file' },
    { name: 'dead', kind: 'other', size: null },
  ]);
});

test('folders are made, renamed never over another, and deleted without following links', async () => {
  const { there, folders } = aSession();
  const elsewhere = aTemporaryFolder();
  writeFileSync(join(elsewhere, 'precious'), 'x');
  await folders.makeFolder(there, 'new');
  await expect(folders.makeFolder(there, 'new')).rejects.toEqual(refusedAs('exists'));
  symlinkSync(elsewhere, join(there, 'new', 'link'));
  expect(readlinkSync(join(there, 'new', 'link'))).toBe(elsewhere);
  await folders.makeFolder(there, 'other');
  await expect(folders.rename(there, 'new', 'other')).rejects.toEqual(refusedAs('exists'));
  await folders.rename(there, 'new', 'renamed');
  await folders.delete(there, 'renamed');
  expect(readdirSync(there)).toEqual(['other']);
  expect(existsSync(join(elsewhere, 'precious'))).toBe(true);
  await expect(folders.delete(there, 'renamed')).rejects.toEqual(refusedAs('not-found'));
  await expect(folders.list({ at: 'child', path: there, name: 'gone' })).rejects.toEqual(
    refusedAs('not-found'),
  );
});

test('a large folder is listed as far as it is shown, with its true count', async () => {
  const { there, folders } = aSession();
  for (let number = 0; number < 450; number += 1) writeFileSync(join(there, `${number}`), '');
  const listing = await folders.list({ at: 'home' });
  expect(listing.entries).toHaveLength(450);
  expect(listing.count).toBe(450);
});

test('a request that no console sends ends its channel and nothing else', async () => {
  const { console, folders } = aSession();
  const bad = createMessageChannel(console.open({ service: 'file-transfer', use: 'folders' }));
  await bad.say({ do: 'format', id: 1 });
  await expect(bad.next()).rejects.toEqual(refusedAs('lost'));
  await expect(folders.list({ at: 'home' })).resolves.toMatchObject({ count: 0 });
});
