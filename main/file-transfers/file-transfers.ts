import type { FolderListing, TransferOrder as WireOrder } from '#app/contracts/file-transfer.ts';
import type { FileSide, FilesEvent, FilesRequest, Transfer } from '#app/contracts/files-port.ts';
import { type Disk, FileRefused, problemOf } from '#app/file-transfer/disk.ts';
import { nameHere } from '#app/file-transfer/file-name.ts';
import { createDiskFolders, type Folders } from '#app/file-transfer/folders.ts';
import { createMessageChannel } from '#app/file-transfer/message-channel.ts';
import { createRemoteFolders } from '#app/file-transfer/remote-folders.ts';
import { receiveFile, sendFile } from '#app/file-transfer/transfer-file.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import { MAX_CHANNELS, type SessionEndpoint } from '#app/session-channel/session-endpoint.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { type PlannedFile, planTransfer } from './plan-transfer.ts';
import { createToldFolders } from './told-folders.ts';
import { createTransferQueue, type TransferOrder } from './transfer-queue.ts';

/** How often a person looks. */
const TELL_EVERY_MS = 150;

type Deps = {
  /** This computer's files. */
  disk: Disk;
  endpoint: SessionEndpoint;
  /** The partial files of this program, over all sessions. */
  inWork: Set<string>;
  send(event: FilesEvent): void;
  clock: Clock;
  log: Log;
};

/** File Transfer of one support session, as the renderer asks for it. */
export type FileTransfers = {
  handle(request: FilesRequest): void;
  /** Lets go of both computers' files; what has arrived stays for another attempt. */
  close(): void;
};

export function createFileTransfers({ disk, endpoint, inWork, send, clock, log }: Deps): FileTransfers {
  let remote: { folders: Folders; close(): void } | null = null;

  function openChannel(use: 'folders' | 'transfer') {
    if (endpoint.channels.size >= MAX_CHANNELS) throw new FileRefused('busy');
    return endpoint.open({ service: 'file-transfer', use });
  }
  function remoteFolders(): Folders {
    if (remote !== null) return remote.folders;
    const channel = openChannel('folders');
    const folders = createRemoteFolders(channel, () => {
      remote = null;
    });
    remote = { folders, close: () => channel.close({ reason: 'closed' }) };
    return folders;
  }

  const diskFolders = createDiskFolders(disk);
  const sides = {
    here: createToldFolders(() => diskFolders),
    there: createToldFolders(remoteFolders),
  };
  const otherSide = (side: FileSide): FileSide => (side === 'here' ? 'there' : 'here');

  const tell = atMostEvery(TELL_EVERY_MS, clock, (transfers: readonly Transfer[]) =>
    send({ files: 'queue', transfers }),
  );
  const queue = createTransferQueue({
    plan: ({ from, folder, name, to }, isCancelled) =>
      planTransfer({
        from: sides[from],
        to: sides[otherSide(from)],
        folder,
        name,
        toFolder: to,
        toName: (theirs) => (from === 'there' ? nameHere(theirs, disk) : theirs),
        isCancelled,
      }),
    openChannel: () => createMessageChannel(openChannel('transfer')),
    async move({ from }, file, ifExists, channel, onProgress) {
      if (from === 'here') {
        const put = { order: 'put', folder: file.toFolder, name: file.toName, ifExists } as const;
        await channel.say(put satisfies WireOrder);
        await sendFile(disk, file, channel, onProgress);
      } else {
        const get = { order: 'get', folder: file.folder, name: file.name } as const;
        await channel.say(get satisfies WireOrder);
        const receiving = { folder: file.toFolder, name: file.toName, ifExists, inWork };
        await receiveFile(disk, receiving, channel, onProgress);
      }
    },
    standing: async ({ from }, file) => standingOf(await listOf(sides[otherSide(from)], file), file),
    onChanged: tell,
    now: clock.now,
    log,
  });

  async function answer(id: number, work: () => Promise<FolderListing | null>): Promise<void> {
    try {
      const listing = await work();
      send(listing === null ? { files: 'done', id } : { files: 'listed', id, listing });
    } catch (error) {
      const problem = problemOf(error);
      if (problem === 'failed') log.error({ err: error }, 'a folder could not be used');
      const name = error instanceof OneOfSeveral ? error.fileName : null;
      send({ files: 'refused', id, problem, name });
    }
  }

  async function deleteAll(request: Extract<FilesRequest, { do: 'delete' }>): Promise<null> {
    for (const name of request.names) {
      try {
        await sides[request.side].delete(request.folder, name);
      } catch (error) {
        throw new OneOfSeveral(name, error);
      }
    }
    return null;
  }

  function transfer({ from, folder, names, to }: Extract<FilesRequest, { do: 'transfer' }>): void {
    try {
      sides[from].require(folder);
      sides[otherSide(from)].require(to);
    } catch (error) {
      log.error({ err: error }, 'a transfer was asked for between folders that nobody was told');
      return;
    }
    queue.add(names.map((name): TransferOrder => ({ from, folder, name, to })));
  }

  return {
    handle(request) {
      switch (request.do) {
        case 'list':
          return void answer(request.id, () => sides[request.side].list(request.place));
        case 'make-folder':
          return void answer(request.id, async () => {
            await sides[request.side].makeFolder(request.folder, request.name);
            return null;
          });
        case 'rename':
          return void answer(request.id, async () => {
            await sides[request.side].rename(request.folder, request.name, request.newName);
            return null;
          });
        case 'delete':
          return void answer(request.id, () => deleteAll(request));
        case 'transfer':
          return transfer(request);
        case 'answer':
          return queue.answer(request.transfer, request.answer, request.forAll);
        case 'cancel':
          return queue.cancel(request.transfer);
        case 'retry':
          return queue.retry(request.transfer);
        case 'clear':
          return queue.clear();
        default:
          return assertNever(request);
      }
    },
    close() {
      queue.close();
      remote?.close();
    },
  };
}

/** Which of several it was. */
class OneOfSeveral extends FileRefused {
  readonly fileName: string;

  constructor(fileName: string, cause: unknown) {
    super(problemOf(cause), { cause });
    this.fileName = fileName;
  }
}

async function listOf(folders: Folders, file: PlannedFile): Promise<FolderListing> {
  return await folders.list({ at: 'folder', path: file.toFolder });
}

function standingOf(listing: FolderListing, file: PlannedFile): Transfer['standing'] {
  const entry = listing.entries.find(({ name }) => name === file.toName);
  return entry === undefined ? null : { size: entry.size, modifiedAt: entry.modifiedAt };
}

/** Tells the first at once, and of what follows the last one after a rest. */
function atMostEvery<T>(milliseconds: number, clock: Clock, tell: (value: T) => void): (value: T) => void {
  let isResting = false;
  let untold: { value: T } | null = null;
  function say(value: T): void {
    isResting = true;
    tell(value);
    clock.after(milliseconds, () => {
      isResting = false;
      const last = untold;
      untold = null;
      if (last !== null) say(last.value);
    });
  }
  return (value) => {
    if (isResting) untold = { value };
    else say(value);
  };
}
