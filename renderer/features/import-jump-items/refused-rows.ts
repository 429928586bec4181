import { FILE_COLUMNS, type FileCell, IMPORTED_COLUMNS } from '#app/domain/file-columns.ts';
import { t } from '../../texts.ts';
import type { ImportLine } from './import-lines.ts';
import { refusalTexts } from './line-text.ts';

/** More rows take too long for one click, and no clipboard is meant for them. */
export const MAX_COPIED_LINES = 10_000;

/** The refused lines as they stand in the file, to be mended and imported again, with the reasons behind them. */
export function refusedRows(lines: readonly ImportLine[]): FileCell[][] {
  const some = lines.slice(0, MAX_COPIED_LINES);
  const columns = IMPORTED_COLUMNS.filter((id) => some.some(({ source }) => source.cells[id] !== undefined));
  const header = [
    ...columns.map((id) => FILE_COLUMNS[id].title),
    t('import.line-column'),
    t('import.reason'),
  ];
  const rows = some.map((line): FileCell[] => [
    ...columns.map((id) => line.source.cells[id] ?? null),
    line.source.line,
    refusalTexts(line).join(' '),
  ]);
  return [header, ...rows];
}
