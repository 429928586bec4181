import {
  FILE_COLUMNS,
  type FileColumnId,
  fileColumnNamed,
  IMPORTED_COLUMNS,
  type ImportedColumnId,
  isImportedColumn,
} from '#app/domain/file-columns.ts';
import { FileProblemError } from './file-problem-error.ts';

/** What the columns of a file are to an import. */
export type FileHeader = {
  /** In the file's order; null where a column is not read. */
  readonly columns: readonly (ImportedColumnId | null)[];
  /** Columns that an export writes, and that nobody can change: the computer reports them. */
  readonly notImported: readonly string[];
  /** Columns that no export writes. */
  readonly unknown: readonly string[];
};

/** Beside the Id: what a line can change. */
const CHANGEABLE: readonly ImportedColumnId[] = IMPORTED_COLUMNS.filter(
  (id) => id !== 'id' && id !== 'method',
);
/** Without an Id each line is a new shortcut, and needs these. */
const OF_NEW: readonly ImportedColumnId[] = ['name', 'hostname', 'method', 'group'];

/**
 * Reads the names of a file's columns, in any order.
 * @throws {FileProblemError} `column-twice`, or `columns-missing` with their names
 */
export function readHeader(names: readonly string[], by: 'title' | 'key'): FileHeader {
  const known = names.map((name) => fileColumnNamed(name, by));
  const title = (id: FileColumnId) => FILE_COLUMNS[id][by];
  const twice = known.find((id, place) => id !== undefined && known.indexOf(id) !== place);
  if (twice !== undefined) throw new FileProblemError({ problem: 'column-twice', detail: title(twice) });
  const columns = known.map((id) => (id !== undefined && isImportedColumn(id) ? id : null));
  const missing = missingColumns(columns);
  if (missing.length > 0) {
    throw new FileProblemError({ problem: 'columns-missing', detail: missing.map(title).join(', ') });
  }
  return {
    columns,
    notImported: known.flatMap((id) => (id === undefined || isImportedColumn(id) ? [] : [title(id)])),
    unknown: names.filter((name, place) => known[place] === undefined && name.trim() !== ''),
  };
}

function missingColumns(columns: FileHeader['columns']): readonly ImportedColumnId[] {
  const needed: readonly ImportedColumnId[] = columns.includes('id')
    ? CHANGEABLE.some((id) => columns.includes(id))
      ? []
      : ['name']
    : OF_NEW;
  const missing = needed.filter((id) => !columns.includes(id));
  // Nothing of it is known: the Id is what most files are about.
  return columns.every((id) => id === null) ? ['id', ...missing] : missing;
}
