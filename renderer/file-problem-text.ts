import type { FileProblem } from '#app/domain/file-columns.ts';
import { t } from './texts.ts';

/** Why a file could not be written or read, and what to do about it. */
export function fileProblemText({ problem, line = 0, detail = '' }: FileProblem): string {
  return t(`file-problem.${problem}`, { line, detail });
}
