import { type FolderReply, FolderRequest, TransferOrder } from '../contracts/file-transfer.ts';
import type { SessionChannel } from '../session-channel/session-channel.ts';
import { type Disk, FileRefused, problemOf } from './disk.ts';
import type { FilesInWork } from './file-target.ts';
import { createDiskFolders, type Folders } from './folders.ts';
import { createMessageChannel, type MessageChannel, TransferCancelled } from './message-channel.ts';
import { receiveFile, sendFile } from './transfer-file.ts';

const ENTRIES_AT_ONCE = 100;
const unseen = () => undefined;

type Options = {
  disk: Disk;
  inWork: FilesInWork;
  /** A bug, or what the system answered and nobody foresaw. */
  onTrouble: (error: unknown) => void;
};

/** The computer's side of the channel for folders: one request after the other, as long as it is open. */
export async function serveFolders(channel: SessionChannel, { disk, onTrouble }: Options): Promise<void> {
  const messages = createMessageChannel(channel);
  const folders = createDiskFolders(disk);
  try {
    for (;;) {
      const arrival = await messages.next();
      const request = FolderRequest.safeParse(arrival.kind === 'message' ? arrival.message : null).data;
      if (request === undefined) throw new FileRefused('failed');
      await answer(messages, request, folders, onTrouble);
    }
  } catch (error) {
    endOf(error, onTrouble);
  } finally {
    messages.close();
  }
}

async function answer(
  messages: MessageChannel,
  request: FolderRequest,
  folders: Folders,
  onTrouble: Options['onTrouble'],
): Promise<void> {
  const { id } = request;
  const say = (reply: FolderReply): Promise<void> => messages.say(reply);
  try {
    if (request.do === 'list') {
      const { entries, ...heading } = await folders.list(request.place);
      for (let at = 0; at < entries.length; at += ENTRIES_AT_ONCE)
        await say({ id, reply: 'entries', entries: entries.slice(at, at + ENTRIES_AT_ONCE) });
      return await say({ id, reply: 'listed', heading });
    }
    if (request.do === 'make-folder') await folders.makeFolder(request.folder, request.name);
    else if (request.do === 'rename') await folders.rename(request.folder, request.name, request.newName);
    else await folders.delete(request.folder, request.name);
    await say({ id, reply: 'done' });
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'lost') throw error;
    if (problem === 'failed') onTrouble(error);
    await say({ id, reply: 'refused', problem });
  }
}

/** The computer's side of one transfer's channel. */
export async function serveTransfer(
  channel: SessionChannel,
  { disk, inWork, onTrouble }: Options,
): Promise<void> {
  const messages = createMessageChannel(channel);
  try {
    const arrival = await messages.next();
    const order = TransferOrder.safeParse(arrival.kind === 'message' ? arrival.message : null).data;
    if (order === undefined) throw new FileRefused('failed');
    if (order.order === 'get') await sendFile(disk, order, messages, unseen);
    else await receiveFile(disk, { ...order, inWork }, messages, unseen);
  } catch (error) {
    endOf(error, onTrouble);
  } finally {
    messages.close();
  }
}

/** What both sides know already ends a channel and nothing else. */
function endOf(error: unknown, onTrouble: Options['onTrouble']): void {
  if (error instanceof TransferCancelled) return;
  if (!(error instanceof FileRefused) || error.problem === 'failed') onTrouble(error);
}
