import type { FileProblem } from '#app/domain/file-columns.ts';
import { t } from './texts.ts';

/** Why a file could not be written or read, and what to do about it. Its name turns nothing around it. */
export function fileProblemText({ problem, line = 0, detail = '', file = '' }: FileProblem): string {
  return t(`file-problem.${problem}`, { line, detail, file: `\u2068${file}\u2069` });
}
