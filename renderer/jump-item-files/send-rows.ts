import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { FileTransferId } from '#app/contracts/jump-item-files.ts';
import type { FileCell, FileProblem } from '#app/domain/file-columns.ts';
import { expectValue } from '../expect-value.ts';

/** Of a frame's 16 ms: one slice a frame, and the rest is the list's, which goes on changing. */
const SLICE_MS = 6;
/** A slice of so many rows at most, so that main never formats for long. */
const MAX_ROWS_A_SLICE = 2_000;
/** Asking for the time costs more than writing a row. */
const ROWS_BETWEEN_LOOKS = 20;
/** Main formats one slice while the next ones are gathered. */
const MAX_UNDER_WAY = 4;

export type SentRows = {
  /** How many rows the file has. */
  readonly count: number;
  readonly rowAt: (index: number) => readonly FileCell[];
};

type Options = SentRows & {
  readonly api: Pick<ConsoleApi, 'writeExportRows'>;
  readonly exportId: FileTransferId;
  /** Called after each slice with how many rows main has written. */
  readonly onProgress: (written: number) => void;
  readonly isCancelled: () => boolean;
  /** On any clock, in milliseconds. */
  readonly now: () => number;
  /** Lets the window draw its next frame. */
  readonly pause: () => Promise<void>;
};

/**
 * Hands the rows of a file to main, slice by slice: no slice takes long enough to hold up a frame.
 * @returns why main could not write them; null when it wrote all, or the person cancelled
 */
export async function sendRows(options: Options): Promise<FileProblem | null> {
  const { api, exportId, count, isCancelled, onProgress, pause } = options;
  const underWay: Promise<void>[] = [];
  let problem: FileProblem | null = null;
  let written = 0;
  const send = async (rowsJson: string, sent: number) => {
    const answer = expectValue(await api.writeExportRows({ exportId, rowsJson }));
    if (answer.state === 'refused') problem = answer.problem;
    written += sent;
    onProgress(written);
  };
  let next = 0;
  while (next < count && problem === null && !isCancelled()) {
    const slice = gatherRows(options, next);
    underWay.push(send(slice.json, slice.end - next));
    next = slice.end;
    if (underWay.length >= MAX_UNDER_WAY) await underWay.shift();
    await pause();
  }
  await Promise.all(underWay);
  return problem;
}

function gatherRows({ count, rowAt, now }: Options, from: number): { json: string; end: number } {
  const until = now() + SLICE_MS;
  const last = Math.min(count, from + MAX_ROWS_A_SLICE);
  const rows: string[] = [];
  let end = from;
  while (end < last && (end === from || end % ROWS_BETWEEN_LOOKS !== 0 || now() < until)) {
    rows.push(JSON.stringify(rowAt(end)));
    end += 1;
  }
  return { json: `[${rows.join(',')}]`, end };
}
