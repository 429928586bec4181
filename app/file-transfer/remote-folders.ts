import {
  type FileEntry,
  type FolderListing,
  FolderReply,
  type FolderRequest,
  MOST_ENTRIES,
} from '../contracts/file-transfer.ts';
import type { SessionChannel } from '../session-channel/session-channel.ts';
import { FileRefused } from './disk.ts';
import type { Folders } from './folders.ts';
import { createMessageChannel } from './message-channel.ts';

/** Without its id: `Omit` would make one of all requests. */
type Asked = FolderRequest extends infer R ? (R extends FolderRequest ? Omit<R, 'id'> : never) : never;

type Waiting = {
  entries: FileEntry[];
  resolve(listing: FolderListing | null): void;
  reject(error: FileRefused): void;
};

/** The folders of the computer at a session's other end, over their channel. `onGone`: the channel is closed. */
export function createRemoteFolders(channel: SessionChannel, onGone: () => void): Folders {
  const messages = createMessageChannel(channel);
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  function ask(asked: Asked): Promise<FolderListing | null> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { entries: [], resolve, reject });
      messages.say({ ...asked, id }).catch(reject);
    });
  }

  function take(reply: FolderReply): void {
    const asked = waiting.get(reply.id);
    if (asked === undefined) return;
    if (reply.reply === 'entries') {
      if (asked.entries.length + reply.entries.length > MOST_ENTRIES) throw new FileRefused('failed');
      asked.entries.push(...reply.entries);
      return;
    }
    waiting.delete(reply.id);
    if (reply.reply === 'listed') asked.resolve({ ...reply.heading, entries: asked.entries });
    else if (reply.reply === 'done') asked.resolve(null);
    else asked.reject(new FileRefused(reply.problem));
  }

  async function listen(): Promise<void> {
    for (;;) {
      const arrival = await messages.next();
      const reply = FolderReply.safeParse(arrival.kind === 'message' ? arrival.message : null).data;
      if (reply === undefined) throw new FileRefused('failed'); // no Jump Client says that
      take(reply);
    }
  }

  function give(error: unknown): void {
    messages.close();
    const refusal = error instanceof FileRefused ? error : new FileRefused('failed', { cause: error });
    for (const { reject } of waiting.values()) reject(refusal);
    waiting.clear();
    onGone();
  }

  listen().catch(give);
  return {
    async list(place) {
      const listing = await ask({ do: 'list', place });
      if (listing === null) throw new FileRefused('failed');
      return listing;
    },
    makeFolder: async (folder, name) => void (await ask({ do: 'make-folder', folder, name })),
    rename: async (folder, name, newName) => void (await ask({ do: 'rename', folder, name, newName })),
    delete: async (folder, name) => void (await ask({ do: 'delete', folder, name })),
  };
}
