import type { FileEntry } from '#app/contracts/file-transfer.ts';
import { FileRefused, problemOf } from '#app/file-transfer/disk.ts';
import type { Folders } from '#app/file-transfer/folders.ts';
import { TransferCancelled } from '#app/file-transfer/message-channel.ts';

/** One file of a transfer: where it is, and where it goes. */
export type PlannedFile = {
  readonly folder: string;
  readonly name: string;
  readonly toFolder: string;
  readonly toName: string;
  /** Its way from the folder that was chosen. */
  readonly shownAs: string;
  readonly size: number;
};

export type TransferPlan = {
  readonly files: readonly PlannedFile[];
  /** Links, devices and what else is no file: it is not transferred with its folder. */
  readonly leftOut: number;
};

/** How much one transfer may be made of. */
export const MOST_FILES = 100_000;

type Options = {
  from: Folders;
  to: Folders;
  folder: string;
  name: string;
  toFolder: string;
  /** What it is called there. */
  toName: (name: string) => string;
  isCancelled: () => boolean;
};

/**
 * What is to be transferred of a file or of a folder with all that is in it; the folders are made where they go. A link
 * that was chosen itself is taken for the file that it leads to; within a folder none is followed.
 */
export async function planTransfer(options: Options): Promise<TransferPlan> {
  const { from, folder, name, toFolder, toName } = options;
  const { entries } = await from.list({ at: 'folder', path: folder });
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new FileRefused('not-found');
  const file = plannedFile(entry, folder, toFolder, toName, name);
  if (entry.kind === 'file' || (entry.kind === 'link' && entry.linksTo === 'file'))
    return { files: [file], leftOut: 0 };
  if (entry.kind !== 'folder') throw new FileRefused('not-permitted');
  const files: PlannedFile[] = [];
  let leftOut = 0;

  async function walk(parent: string, child: string, toParent: string, shownAs: string): Promise<void> {
    const listing = await from.list({ at: 'child', path: parent, name: child });
    const path = await makeOrEnter(options.to, toParent, toName(child));
    leftOut += listing.count - listing.entries.length;
    for (const inner of listing.entries) {
      if (options.isCancelled()) throw new TransferCancelled('It was given up.');
      const shown = `${shownAs}/${inner.name}`;
      if (inner.kind === 'file') files.push(plannedFile(inner, listing.path, path, toName, shown));
      else if (inner.kind === 'folder') await walk(listing.path, inner.name, path, shown);
      else leftOut += 1;
      if (files.length > MOST_FILES) throw new FileRefused('failed');
    }
  }

  await walk(folder, name, toFolder, name);
  return { files, leftOut };
}

function plannedFile(
  entry: FileEntry,
  folder: string,
  toFolder: string,
  toName: (name: string) => string,
  shownAs: string,
): PlannedFile {
  return { folder, name: entry.name, toFolder, toName: toName(entry.name), shownAs, size: entry.size ?? 0 };
}

/** @returns the path of the folder, as its computer calls it */
async function makeOrEnter(folders: Folders, parent: string, name: string): Promise<string> {
  try {
    await folders.makeFolder(parent, name);
  } catch (error) {
    if (problemOf(error) !== 'exists') throw error;
  }
  return (await folders.list({ at: 'child', path: parent, name })).path;
}
