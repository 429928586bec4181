import { useRef, useState } from 'react';
import type { ConsoleResult } from '#app/contracts/console-api.ts';
import type { BegunExport } from '#app/contracts/jump-item-files.ts';
import type { FileProblem } from '#app/domain/file-columns.ts';
import { expectValue } from '../expect-value.ts';
import { useConsole } from '../store/console-context.tsx';
import type { FileWritten } from '../store/messages-slice.ts';
import { nextFrame } from '../store/next-frame.ts';
import { type SentRows, sendRows } from './send-rows.ts';

export type FileRequest = SentRows & {
  /** Asks where to, and opens the file there. */
  readonly begin: () => Promise<ConsoleResult<BegunExport>>;
  /** What the rows are. */
  readonly of: FileWritten['of'];
};

/** What is shown while a file is written: null before and after. */
export type RunningWriting = { readonly written: number; readonly total: number };

/** A file from the system's dialog until it is under its name. What fails is said, and may be tried again. */
export function useFileWriting() {
  const { api, store } = useConsole();
  const [running, setRunning] = useState<RunningWriting | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const isBusy = useRef(false);
  const isCancelled = useRef(false);

  /** @returns true when nothing is left to do */
  async function write({ begin, of, count: total, rowAt }: FileRequest): Promise<boolean> {
    const begun = expectValue(await begin());
    if (begun.state === 'refused') setProblem(begun.problem);
    if (begun.state !== 'begun') return false;
    const { exportId } = begun;
    setRunning({ written: 0, total });
    const refused = await sendRows({
      api,
      exportId,
      count: total,
      rowAt,
      onProgress: (written) => setRunning({ written, total }),
      isCancelled: () => isCancelled.current,
      now: () => performance.now(),
      pause: () => new Promise((resolve) => nextFrame(resolve)),
    });
    if (isCancelled.current) {
      expectValue(await api.cancelExport({ exportId }));
      return false;
    }
    const finished =
      refused === null
        ? expectValue(await api.finishExport({ exportId }))
        : { state: 'refused' as const, problem: refused };
    if (finished.state === 'finished') {
      store.getState().showFileWritten({ of, count: total, path: finished.path });
      return true;
    }
    setProblem(finished.problem);
    return false;
  }

  return {
    running,
    problem,
    /** @returns true when the file is written */
    async start(request: FileRequest): Promise<boolean> {
      if (isBusy.current) return false;
      isBusy.current = true;
      isCancelled.current = false;
      setProblem(null);
      try {
        return await write(request);
      } catch {
        // A rejection is a bug that main has logged with its stack.
        store.getState().showBug();
        return false;
      } finally {
        isBusy.current = false;
        setRunning(null);
      }
    },
    cancel() {
      isCancelled.current = true;
    },
  };
}
