import { type Result, refusal, success } from '../lib/result.ts';
import { FILE_METHODS, type FileCell, type FileLine, type ImportedColumnId } from './file-columns.ts';
import {
  type LineRefusal,
  type ReadCell,
  readHostname,
  readMethod,
  readPort,
  readTag,
  readText,
  textOf,
} from './import-cells.ts';
import type { ImportGroups } from './import-groups.ts';
import { isJumpClient, type JumpItem } from './jump-item.ts';
import type { PropertiesChange } from './jump-item-change.ts';

/** A property that a line changes, as people read it. */
export type FieldChange = {
  readonly column: ImportedColumnId;
  readonly from: string;
  readonly to: string;
};
export type PlannedChange = {
  readonly change: PropertiesChange;
  /** Empty where the line says what the item has already. */
  readonly fields: readonly FieldChange[];
};

/** What a line with the Id of an item changes on it; a column that the file has not stays as it is. */
export function planChange(
  cells: FileLine['cells'],
  item: JumpItem,
  groups: ImportGroups,
): Result<PlannedChange, readonly LineRefusal[]> {
  const refusals: LineRefusal[] = [];
  const fields: FieldChange[] = [];
  /** What a cell says that the item has not; what the item has already is not even checked. */
  function differing<T>(
    column: ImportedColumnId,
    current: string,
    read: (cell: FileCell) => ReadCell<T>,
    show: (value: T) => string,
  ): T | undefined {
    const cell = cells[column];
    if (cell === undefined || isSameText(textOf(cell), current)) return undefined;
    const found = read(cell);
    if (!found.ok) {
      refusals.push({ ...found.failure, column });
      return undefined;
    }
    const to = show(found.value);
    if (to === current) return undefined;
    fields.push({ column, from: current, to });
    return found.value;
  }

  /** What a computer reports about itself, no file changes. */
  const ofShortcut = <T>(current: T, read: (cell: FileCell) => ReadCell<T>) =>
    isJumpClient(item) ? unlessBlank(current, () => refusal({ code: 'computer-reports-it' })) : read;
  const word = FILE_METHODS[item.method];
  differing('method', word, unlessBlank(word, methodOf(item)), String);
  const name = differing('name', item.name, (cell) => readText('name', cell), String);
  const hostname = differing('hostname', item.hostname, ofShortcut(item.hostname, readHostname), String);
  const port = differing('port', portOf(item), ofShortcut(null, readPort), textOf);
  const group = differing('group', groups.label(item.jumpGroupId), groups.read, ({ id }) => groups.label(id));
  const tag = differing('tag', item.tag ?? '', readTag, textOf);
  const comments = differing('comments', item.comments, (cell) => readText('comments', cell), String);

  if (fields.length > 0) {
    // R1.13: a move is asked of both groups.
    const missing =
      groups.withoutRight(item.jumpGroupId, group === undefined ? 'edit' : 'move') ??
      (group === undefined ? null : groups.withoutRight(group.id, 'move'));
    if (missing !== null) refusals.push(missing);
  }
  if (refusals.length > 0) return refusal(refusals);
  const change: PropertiesChange = {
    ...(name !== undefined && { name }),
    ...(hostname !== undefined && { hostname }),
    ...(port !== undefined && { port }),
    ...(group !== undefined && { jumpGroupId: group.id }),
    ...(tag !== undefined && { tag }),
    ...(comments !== undefined && { comments }),
  };
  return success({ change, fields });
}

/** What nobody can change here: a cell may repeat it, or say nothing. */
function unlessBlank<T>(current: T, read: (cell: FileCell) => ReadCell<T>): (cell: FileCell) => ReadCell<T> {
  return (cell) => (textOf(cell).trim() === '' ? success(current) : read(cell));
}

function portOf(item: JumpItem): string {
  return isJumpClient(item) || item.port === null ? '' : String(item.port);
}

/** An item's Jump Method is what it is: a cell may repeat it, in any case, and nothing else. */
function methodOf(item: JumpItem): (cell: FileCell) => ReadCell<string> {
  return (cell) => {
    const read = readMethod(cell);
    if (!read.ok) return read;
    const word = FILE_METHODS[item.method];
    return read.value === item.method ? success(word) : refusal({ code: 'method-differs', detail: word });
  };
}

/** Half a surrogate pair, which computers may report, is no Unicode text and cannot stand in a file as it is. */
function isSameText(written: string, current: string): boolean {
  return written === current || written === current.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
