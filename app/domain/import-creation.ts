import { type Result, refusal, success } from '../lib/result.ts';
import type { FileCell, FileLine, ImportedColumnId } from './file-columns.ts';
import {
  type LineRefusal,
  type ReadCell,
  readHostname,
  readMethod,
  readPort,
  readTag,
  readText,
} from './import-cells.ts';
import type { ImportGroups } from './import-groups.ts';
import type { NewShortcut } from './jump-item-change.ts';

/** What a line without an Id creates: a shortcut. A Jump Client comes from its computer, never from a file. */
export function planCreation(
  cells: FileLine['cells'],
  groups: ImportGroups,
): Result<NewShortcut, readonly LineRefusal[]> {
  const refusals: LineRefusal[] = [];
  function take<T>(column: ImportedColumnId, read: ReadCell<T>): T | undefined {
    if (read.ok) return read.value;
    refusals.push({ ...read.failure, column });
    return undefined;
  }
  function needed<T>(column: ImportedColumnId, read: (cell: FileCell) => ReadCell<T>): T | undefined {
    const cell = cells[column];
    return take(column, cell === undefined ? refusal({ code: 'column-missing' }) : read(cell));
  }

  const method = needed('method', readMethod);
  if (method === 'jump-client') return refusal([{ code: 'jump-client-without-id', column: 'id' }]);
  const name = needed('name', (cell) => readText('name', cell));
  const hostname = needed('hostname', readHostname);
  const group = needed('group', groups.read);
  const port = take('port', readPort(cells.port ?? null));
  const tag = take('tag', readTag(cells.tag ?? null));
  const comments = take('comments', readText('comments', cells.comments ?? null));
  const missing = group === undefined ? null : groups.withoutRight(group.id, 'create');
  if (missing !== null) refusals.push({ ...missing, column: 'group' });

  const isComplete =
    method !== undefined &&
    name !== undefined &&
    hostname !== undefined &&
    group !== undefined &&
    port !== undefined &&
    tag !== undefined &&
    comments !== undefined;
  if (!isComplete || refusals.length > 0) return refusal(refusals);
  return success({ method, name, hostname, port, jumpGroupId: group.id, tag, comments });
}
