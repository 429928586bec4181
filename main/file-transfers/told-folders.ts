import type { FolderListing, FolderPlace } from '#app/contracts/file-transfer.ts';
import { FileRefused } from '#app/file-transfer/disk.ts';
import type { Folders } from '#app/file-transfer/folders.ts';

/** Folders whose paths are those that were told before: nobody who asks makes one up. */
export type ToldFolders = Folders & {
  /** @throws {FileRefused} `not-found` for a path that nobody was told */
  require(path: string): string;
};

export function createToldFolders(folders: () => Folders): ToldFolders {
  const told = new Set<string>();

  function require(path: string): string {
    if (!told.has(path)) throw new FileRefused('not-found');
    return path;
  }
  function remember(listing: FolderListing): FolderListing {
    for (const { path } of listing.trail) told.add(path);
    told.add(listing.path);
    return listing;
  }
  const known = (place: FolderPlace): FolderPlace =>
    place.at === 'home' ? place : { ...place, path: require(place.path) };

  return {
    require,
    list: async (place) => remember(await folders().list(known(place))),
    makeFolder: async (folder, name) => await folders().makeFolder(require(folder), name),
    rename: async (folder, name, newName) => await folders().rename(require(folder), name, newName),
    delete: async (folder, name) => await folders().delete(require(folder), name),
  };
}
