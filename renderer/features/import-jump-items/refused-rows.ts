import {
  FILE_COLUMNS,
  type FileCell,
  IMPORTED_COLUMNS,
  type ImportedColumnId,
} from '#app/domain/file-columns.ts';
import { t } from '../../texts.ts';
import type { ImportLine } from './import-lines.ts';
import { refusalTexts } from './line-text.ts';

/** More rows take too long for one click, and no clipboard is meant for them: a file takes them all. */
export const MAX_COPIED_LINES = 10_000;

/** The columns of the file in which any of these lines says something. */
export function columnsOf(lines: readonly ImportLine[]): readonly ImportedColumnId[] {
  return IMPORTED_COLUMNS.filter((id) => lines.some(({ source }) => source.cells[id] !== undefined));
}

/** A refused line as it stands in the file, to be mended and imported again, with its number and the reason behind it. */
export function refusedRow(columns: readonly ImportedColumnId[], line: ImportLine): FileCell[] {
  const { source } = line;
  return [...columns.map((id) => source.cells[id] ?? null), source.line, refusalTexts(line).join(' ')];
}

/** The first of the refused lines, with a header. */
export function refusedRows(lines: readonly ImportLine[]): FileCell[][] {
  const some = lines.slice(0, MAX_COPIED_LINES);
  const columns = columnsOf(some);
  const titles = columns.map((id) => FILE_COLUMNS[id].title);
  return [
    [...titles, t('import.line-column'), t('import.reason')],
    ...some.map((line) => refusedRow(columns, line)),
  ];
}
