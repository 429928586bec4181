import { useRef, useState } from 'react';
import type { FileFormat } from '#app/contracts/jump-item-files.ts';
import type { FileColumnId, FileProblem } from '#app/domain/file-columns.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { expectValue } from '../../expect-value.ts';
import { useConsole, useGroupLabels } from '../../store/console-context.tsx';
import { nextFrame } from '../../store/next-frame.ts';
import { sendRows } from './send-rows.ts';

export type ExportRequest = {
  readonly format: FileFormat;
  readonly columns: readonly FileColumnId[];
  readonly items: readonly JumpItem[];
};

/** What the dialog shows of an export: null before and after. */
export type RunningExport = { readonly written: number; readonly total: number };

/** An export from the system's dialog to the file under its name. What fails is said, and may be tried again. */
export function useExport() {
  const { api, store } = useConsole();
  const groupLabels = useGroupLabels();
  const [running, setRunning] = useState<RunningExport | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const isBusy = useRef(false);
  const isCancelled = useRef(false);

  /** @returns true when nothing is left to do */
  async function write({ format, columns, items }: ExportRequest): Promise<boolean> {
    const begun = expectValue(await api.beginExport({ format, columns: [...columns] }));
    if (begun.state === 'refused') setProblem(begun.problem);
    if (begun.state !== 'begun') return false;
    const { exportId } = begun;
    const total = items.length;
    setRunning({ written: 0, total });
    const refused = await sendRows({
      api,
      exportId,
      items,
      columns,
      groupLabels,
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
      store.getState().showFileWritten({ count: total, path: finished.path });
      return true;
    }
    setProblem(finished.problem);
    return false;
  }

  return {
    running,
    problem,
    /** @returns true when the file is written */
    async start(request: ExportRequest): Promise<boolean> {
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
