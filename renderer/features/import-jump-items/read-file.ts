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

/** Of a frame's 16 ms: one slice a frame, and the rest is for showing it. */
const SLICE_MS = 6;
/** Asking for the time costs as much as planning a line. */
const LINES_BETWEEN_LOOKS = 20;

type Options = {
  readonly api: Pick<ConsoleApi, 'readImportLines'>;
  readonly importId: FileTransferId;
  readonly plan: (source: FileLine) => ImportLine;
  /** @param progress from 0 to 1 */
  readonly onLines: (lines: readonly ImportLine[], progress: number) => void;
  readonly isGivenUp: () => boolean;
  /** On any clock, in milliseconds. */
  readonly now: () => number;
  /** Lets the window draw its next frame. */
  readonly pause: () => Promise<void>;
};

/**
 * Plans a file slice by slice, so that no frame waits for it; main reads the next page meanwhile.
 * @returns why it cannot be read; null when it is at its end
 */
export async function readFile(options: Options): Promise<FileProblem | null> {
  const { api, importId, plan, onLines, isGivenUp } = options;
  const read = async () => expectValue(await api.readImportLines({ importId }));
  const slice = createSlice(options);
  let planned: ImportLine[] = [];
  for (let page = await read(); ; ) {
    if (page.state === 'refused') return page.problem;
    const upcoming = page.isLast || isGivenUp() ? null : read();
    // Main wrote the text, so that what it says is of the contract's type.
    for (const source of JSON.parse(page.linesJson) as FileLine[]) {
      planned.push(plan(source));
      if (planned.length % LINES_BETWEEN_LOOKS !== 0 || !slice.isOver()) continue;
      onLines(planned, page.progress);
      planned = [];
      await slice.next();
      if (isGivenUp()) break;
    }
    if (upcoming === null) {
      onLines(planned, page.progress);
      return null;
    }
    page = await upcoming;
  }
}

function createSlice({ now, pause }: Pick<Options, 'now' | 'pause'>) {
  let until = now() + SLICE_MS;
  return {
    isOver: () => now() >= until,
    async next(): Promise<void> {
      await pause();
      until = now() + SLICE_MS;
    },
  };
}
