import { FILE_COLUMNS } from '#app/domain/file-columns.ts';
import type { LineRefusal } from '#app/domain/import-cells.ts';
import { TEXT_LIMITS, type TextKind } from '#app/domain/text-limits.ts';
import { refusalText } from '../../refusal-text.ts';
import { t } from '../../texts.ts';
import type { ImportLine } from './import-lines.ts';

/** Why a line is refused, a text for each thing that is wrong with it; empty where it is not. */
export function refusalTexts({ planned, refusal }: ImportLine): readonly string[] {
  if (refusal !== null) return [refusalText(refusal)];
  return planned.verdict === 'refused' ? planned.refusals.map(lineRefusalText) : [];
}

function isTextKind(column: string): column is TextKind {
  return Object.hasOwn(TEXT_LIMITS, column);
}

/** Why a line is not imported, with the column that is to blame. */
export function lineRefusalText({ code, column, detail = '' }: LineRefusal): string {
  const most = column !== null && isTextKind(column) ? TEXT_LIMITS[column].max : 0;
  const reason =
    code === 'not-permitted' ? refusalText({ code, detail }) : t(`line-refusal.${code}`, { detail, most });
  return column === null
    ? reason
    : t('line-refusal.in-column', { column: FILE_COLUMNS[column].title, reason });
}
