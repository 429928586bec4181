import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { FILE_COLUMNS, type FileCell, type FileColumnId, JSON_FILE } from '#app/domain/file-columns.ts';
import { guardFormula } from '#app/domain/formula-guard.ts';

/** By hand: two million cells through a schema of their own would hold up an export. */
export const FileRows = z.array(z.custom<FileRow>((row) => Array.isArray(row) && row.every(isFileCell)));
export type FileRow = readonly FileCell[];

function isFileCell(cell: unknown): cell is FileCell {
  return typeof cell === 'string' || cell === null || Number.isSafeInteger(cell);
}

/** How the rows of an export are written; the parts joined are the file. */
export type RowFormat = {
  readonly beginning: string;
  /** @param isFirst nothing was written before but the beginning */
  rows(rows: readonly FileRow[], isFirst: boolean): string;
  readonly end: string;
};

const BYTE_ORDER_MARK = '\ufeff';

const CSV = { record_delimiter: '\r\n', cast: { string: guardFormula } };

/** RFC 4180: CRLF, and quotation marks where they are needed. */
export function csvText(rows: readonly FileRow[]): string {
  // To look for line breaks first, and only there to have each cell searched for them, takes half the time.
  return stringify(rows as FileCell[][], { ...CSV, quote_record_delimiter: rows.some(hasLineBreak) });
}

function hasLineBreak(row: FileRow): boolean {
  return row.some((cell) => typeof cell === 'string' && (cell.includes('\n') || cell.includes('\r')));
}

/**
 * UTF-8 with its mark, by which spreadsheets know it.
 * @param more titles of columns behind those
 */
export function csvFormat(columns: readonly FileColumnId[], more: readonly string[] = []): RowFormat {
  return {
    beginning: BYTE_ORDER_MARK + csvText([[...columns.map((id) => FILE_COLUMNS[id].title), ...more]]),
    rows: csvText,
    end: '',
  };
}

/** One item a line. */
export function jsonFormat(columns: readonly FileColumnId[], exportedAt: number): RowFormat {
  const keys = columns.map((id) => FILE_COLUMNS[id].key);
  const head = JSON.stringify({ ...JSON_FILE, exportedAt: new Date(exportedAt).toISOString() });
  const itemText = (row: FileRow) =>
    JSON.stringify(Object.fromEntries(keys.map((key, place) => [key, row[place] ?? null])));
  return {
    beginning: `${head.slice(0, -1)},"jumpItems":[`,
    rows: (rows, isFirst) => `${isFirst ? '\n' : ',\n'}${rows.map(itemText).join(',\n')}`,
    end: '\n]}\n',
  };
}
