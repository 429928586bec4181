import { FILE_COLUMN_IDS, type FileColumnId } from '#app/domain/file-columns.ts';
import type { ColumnId } from '../../store/jump-item-query.ts';

/** What a column of the list is in a file: how long a computer is up is a moment there, which stays true. */
function fileColumnOf(id: ColumnId): FileColumnId {
  return id === 'uptime' ? 'up-since' : id;
}

/** @param shown the columns of the list, from left to right */
export function exportedColumns(which: 'shown' | 'all', shown: readonly ColumnId[]): readonly FileColumnId[] {
  return which === 'all' ? FILE_COLUMN_IDS : shown.map(fileColumnOf);
}
