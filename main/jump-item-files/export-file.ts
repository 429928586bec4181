import type { FinishedExport, WrittenRows } from '#app/contracts/jump-item-files.ts';
import type { FileProblem } from '#app/domain/file-columns.ts';
import { type DurableStream, openDurableStream } from '../files/durable-stream.ts';
import { writeProblem } from './file-problem-error.ts';
import { FileRows, type RowFormat } from './file-rows.ts';

export type ExportFile = {
  /** Formats at once and writes in the order of the calls. */
  write(rowsJson: string): Promise<WrittenRows>;
  finish(): Promise<FinishedExport>;
  /** Nothing of it stays. */
  cancel(): Promise<void>;
  /** The same for a program that ends. */
  cancelNow(): void;
};

type Options = {
  path: string;
  rowFormat: RowFormat;
  open?: (path: string) => Promise<DurableStream>;
};

/**
 * A file that an export's rows are written to. After the first problem nothing of it is left, and every further call is
 * answered with that problem.
 * @throws the system's error when it cannot be opened
 */
export async function createExportFile(options: Options): Promise<ExportFile> {
  const { path, rowFormat, open = openDurableStream } = options;
  const stream = await open(path);
  let problem: FileProblem | null = null;
  let isFirst = true;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other; none after a problem. */
  function next<T>(step: () => Promise<T>): Promise<T | { state: 'refused'; problem: FileProblem }> {
    const done = last.then(async () => {
      if (problem !== null) return { state: 'refused' as const, problem };
      try {
        return await step();
      } catch (error) {
        await stream.discard();
        problem = writeProblem(error, path);
        return { state: 'refused' as const, problem };
      }
    });
    last = done;
    return done;
  }

  void next(() => stream.write(rowFormat.beginning));
  return {
    async write(rowsJson) {
      const rows = FileRows.parse(JSON.parse(rowsJson));
      const text = rowFormat.rows(rows, isFirst);
      isFirst = false;
      return next(async () => {
        await stream.write(text);
        return { state: 'written' };
      });
    },
    finish: () =>
      next(async () => {
        await stream.write(rowFormat.end);
        return { state: 'finished', path, bytes: await stream.commit() };
      }),
    async cancel() {
      await last;
      await stream.discard();
    },
    cancelNow: () => stream.discardNow(),
  };
}
