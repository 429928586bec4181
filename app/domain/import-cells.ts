import { type Result, refusal, success } from '../lib/result.ts';
import { FILE_METHODS, type FileCell, type ImportedColumnId } from './file-columns.ts';
import type { JumpMethod } from './jump-item.ts';
import { Port, ShortcutHostname } from './jump-item-change.ts';
import { checkText, TEXT_REFUSALS, type TextKind } from './text-limits.ts';

/** Why a line of a file is not imported. */
export const LINE_REFUSALS = [
  ...TEXT_REFUSALS,
  'cell-count',
  'not-text',
  'column-missing',
  'hostname-malformed',
  'port-malformed',
  'method-unknown',
  'method-differs',
  'computer-reports-it',
  'jump-group-not-found',
  'jump-group-ambiguous',
  'jump-client-without-id',
  'id-unknown',
  'id-twice',
  'not-permitted',
] as const;
export type LineRefusal = {
  readonly code: (typeof LINE_REFUSALS)[number];
  /** The column whose cell is to blame; null for the line as a whole. */
  readonly column: ImportedColumnId | null;
  /** With `not-permitted` the right, else the text that was found. */
  readonly detail?: string;
};

/** What a cell says, or why it cannot be taken. */
export type ReadCell<T> = Result<T, Omit<LineRefusal, 'column'>>;

export function textOf(cell: FileCell): string {
  return cell === null ? '' : String(cell);
}

/** The text as it is stored; the very check of the dialogs and of the appliance. */
export function readText(kind: TextKind, cell: FileCell): ReadCell<string> {
  const checked = checkText(kind, textOf(cell));
  return checked.ok ? checked : refusal({ code: checked.failure });
}

/** Blank: no tag. */
export function readTag(cell: FileCell): ReadCell<string | null> {
  return textOf(cell) === '' ? success(null) : readText('tag', cell);
}

export function readHostname(cell: FileCell): ReadCell<string> {
  const text = textOf(cell);
  if (text === '') return refusal({ code: 'empty' });
  const parsed = ShortcutHostname.safeParse(text);
  return parsed.success ? success(parsed.data) : refusal({ code: 'hostname-malformed', detail: text });
}

/** Blank: the Jump Method's own port. */
export function readPort(cell: FileCell): ReadCell<number | null> {
  const text = textOf(cell).trim();
  if (text === '') return success(null);
  const parsed = Port.safeParse(/^\d{1,5}$/.test(text) ? Number(text) : null);
  return parsed.success ? success(parsed.data) : refusal({ code: 'port-malformed', detail: text });
}

const METHODS = new Map(
  (Object.entries(FILE_METHODS) as [JumpMethod, string][]).map(([method, word]) => [
    word.toLowerCase(),
    method,
  ]),
);

export function readMethod(cell: FileCell): ReadCell<JumpMethod> {
  const text = textOf(cell).trim();
  if (text === '') return refusal({ code: 'empty' });
  const method = METHODS.get(text.toLowerCase());
  return method === undefined ? refusal({ code: 'method-unknown', detail: text }) : success(method);
}
