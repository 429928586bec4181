import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { FileTransferId } from '#app/contracts/jump-item-files.ts';
import type { FileLine, FileProblem } from '#app/domain/file-columns.ts';
import { createImportPlanner } from '#app/domain/import-plan.ts';
import { expectValue } from '../../expect-value.ts';
import type { Console } from '../../store/console-context.tsx';
import type { GroupLabels } from '../../store/selectors.ts';
import type { ImportLine } from './import-lines.ts';

/** What the next line of a file would do here and now; null while nobody is signed in. */
export function createLinePlanner(
  { store, rows }: Pick<Console, 'store' | 'rows'>,
  groupLabels: GroupLabels,
): ((source: FileLine) => ImportLine) | null {
  const { representative: viewer, jumpGroups } = store.getState();
  if (viewer === null) return null;
  const plan = createImportPlanner({
    viewer,
    groups: [...jumpGroups.rows.values()],
    groupLabel: ({ id, name }) => groupLabels.get(id) ?? name,
    itemOf: rows.get,
  });
  return (source) => ({ planned: plan(source), source, refusal: null, isDone: false });
}

type Options = {
  readonly api: Pick<ConsoleApi, 'readImportLines'>;
  readonly importId: FileTransferId;
  readonly plan: (source: FileLine) => ImportLine;
  /** @param progress from 0 to 1 */
  readonly onLines: (lines: readonly ImportLine[], progress: number) => void;
  readonly isGivenUp: () => boolean;
};

/** Plans a file page by page, as main reads it. @returns why it cannot be read; null when it is at its end */
export async function readFile({
  api,
  importId,
  plan,
  onLines,
  isGivenUp,
}: Options): Promise<FileProblem | null> {
  for (let isLast = false; !isLast && !isGivenUp(); ) {
    const page = expectValue(await api.readImportLines({ importId }));
    if (page.state === 'refused') return page.problem;
    // Main wrote the text, so that what it says is of the contract's type.
    onLines((JSON.parse(page.linesJson) as FileLine[]).map(plan), page.progress);
    isLast = page.isLast;
  }
  return null;
}
