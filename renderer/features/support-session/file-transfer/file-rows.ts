import type { FileEntry } from '#app/contracts/file-transfer.ts';

export type FileSorting = { readonly by: 'name' | 'size' | 'modified'; readonly descending: boolean };

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Hidden as the field has it: by the dot that its name begins with. */
const isHidden = ({ name }: FileEntry): boolean => name.startsWith('.');

export const isFolder = (entry: FileEntry): boolean => entry.kind === 'folder' || entry.linksTo === 'folder';

/** A folder's lines in their order, folders first. @returns them, and how many hidden ones are left out */
export function fileRows(
  entries: readonly FileEntry[],
  { sorting, showHidden }: { sorting: FileSorting; showHidden: boolean },
): { rows: readonly FileEntry[]; hidden: number } {
  const shown = showHidden ? [...entries] : entries.filter((entry) => !isHidden(entry));
  const sign = sorting.descending ? -1 : 1;
  shown.sort(
    (a, b) =>
      Number(isFolder(b)) - Number(isFolder(a)) ||
      sign * compareBy(sorting.by, a, b) ||
      names.compare(a.name, b.name) ||
      (a.name < b.name ? -1 : 1),
  );
  return { rows: shown, hidden: entries.length - shown.length };
}

function compareBy(by: FileSorting['by'], a: FileEntry, b: FileEntry): number {
  if (by === 'name') return names.compare(a.name, b.name);
  if (by === 'size') return (a.size ?? -1) - (b.size ?? -1);
  return (a.modifiedAt ?? 0) - (b.modifiedAt ?? 0);
}
