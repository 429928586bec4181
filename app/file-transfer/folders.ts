import {
  type FileEntry,
  type FolderHeading,
  type FolderListing,
  type FolderPlace,
  MOST_ENTRIES,
} from '../contracts/file-transfer.ts';
import { type Disk, FileRefused, type FileStatus, problemOf } from './disk.ts';
import { isFileName } from './file-name.ts';
import { forgetOldPartials } from './partial-file.ts';

/** A computer's folders: this one's, or a remote one's over a channel. Each refuses with a {@link FileRefused}. */
export type Folders = {
  list(place: FolderPlace): Promise<FolderListing>;
  makeFolder(folder: string, name: string): Promise<void>;
  /** Never over something that has the new name. */
  rename(folder: string, name: string, newName: string): Promise<void>;
  /** With all that is in it; a link is taken away, and not what it leads to. */
  delete(folder: string, name: string): Promise<void>;
};

/** How many things of a folder are looked at side by side. */
const AT_ONCE = 64;

export function createDiskFolders(disk: Disk): Folders {
  const { files } = disk;
  const child = (folder: string, name: string): string => childPath(disk, folder, name);

  async function list(place: FolderPlace): Promise<FolderListing> {
    const path = await files.realpath(pathOf(disk, place));
    const names = await forgetOldPartials(disk, path, await files.readdir(path));
    const listed = names.slice(0, MOST_ENTRIES);
    const entries: FileEntry[] = [];
    for (let at = 0; at < listed.length; at += AT_ONCE) {
      const some = listed.slice(at, at + AT_ONCE);
      entries.push(...(await Promise.all(some.map((name) => readEntry(disk, path, name)))));
    }
    return { ...headingOf(disk, path, names.length), entries };
  }

  return {
    list: (place) => refusing(list(place)),
    makeFolder: async (folder, name) => void (await refusing(files.mkdir(child(folder, name)))),
    async rename(folder, name, newName) {
      const [from, to] = [child(folder, name), child(folder, newName)];
      if (from === to) return;
      const [old, taken] = await Promise.all([statusOf(disk, from), statusOf(disk, to)]);
      if (old === null) throw new FileRefused('not-found');
      // On a file system that does not tell upper and lower case apart, the new name may be the same thing's.
      const isCaseOnly = name.toLowerCase() === newName.toLowerCase() && taken?.mtimeMs === old.mtimeMs;
      if (taken !== null && !isCaseOnly) throw new FileRefused('exists');
      await refusing(files.rename(from, to));
    },
    delete: (folder, name) => refusing(files.rm(child(folder, name), { recursive: true })),
  };
}

/** @throws {FileRefused} `name-refused` for what is not the name of one thing within the folder */
export function childPath(disk: Disk, folder: string, name: string): string {
  if (!isFileName(name, disk)) throw new FileRefused('name-refused');
  return disk.paths.join(folder, name);
}

function pathOf(disk: Disk, place: FolderPlace): string {
  if (place.at === 'home') return disk.home;
  return place.at === 'folder' ? place.path : childPath(disk, place.path, place.name);
}

function headingOf({ paths }: Disk, path: string, count: number): FolderHeading {
  const trail: { name: string; path: string }[] = [];
  for (let at = path; ; at = paths.dirname(at)) {
    trail.unshift({ name: paths.basename(at) || at, path: at });
    if (paths.dirname(at) === at) return { path, trail, count };
  }
}

async function readEntry(disk: Disk, folder: string, name: string): Promise<FileEntry> {
  const path = disk.paths.join(folder, name);
  const status = await statusOf(disk, path);
  const kind = status === null ? 'other' : kindOf(status);
  const target = kind === 'link' ? await disk.files.stat(path).catch(nothingToTell) : null;
  const shown = target ?? status;
  return {
    name,
    kind,
    linksTo: target === null ? null : target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other',
    size: shown?.isFile() === true ? shown.size : null,
    modifiedAt: shown?.mtimeMs ?? null,
    permissions: shown === null || disk.isWindows ? null : shown.mode & 0o7777,
  };
}

/** Null for what is gone, or what nobody may look at: it is listed by its name alone. */
function statusOf(disk: Disk, path: string): Promise<FileStatus | null> {
  return disk.files.lstat(path).catch(nothingToTell);
}

function nothingToTell(error: unknown): null {
  // Whatever the system says of one thing, such as a dead mount: the folder is listed all the same.
  if (error instanceof Error && 'code' in error) return null;
  throw error;
}

function kindOf(status: FileStatus): FileEntry['kind'] {
  if (status.isSymbolicLink()) return 'link';
  if (status.isDirectory()) return 'folder';
  return status.isFile() ? 'file' : 'other';
}

async function refusing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (cause) {
    throw cause instanceof FileRefused ? cause : new FileRefused(problemOf(cause), { cause });
  }
}
