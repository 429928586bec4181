import { useEffect, useRef, useState } from 'react';
import type { OpenedImport } from '#app/contracts/jump-item-files.ts';
import type { FileProblem } from '#app/domain/file-columns.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { importJumpItems } from '../../actions/change-jump-items.ts';
import { expectValue } from '../../expect-value.ts';
import { useConsole, useGroupLabels } from '../../store/console-context.tsx';
import type { Refusal } from '../../store/messages-slice.ts';
import { nextFrame } from '../../store/next-frame.ts';
import { applyOutcome } from './apply-outcome.ts';
import { appendLines, entryOf, type ImportLines, NO_LINES, pendingLines } from './import-lines.ts';
import { createLinePlanner, readFile } from './read-file.ts';

type Opened = Extract<OpenedImport, { state: 'opened' }>;

/** What the dialog shows. */
export type ImportState = {
  readonly step: 'choosing' | 'reading' | 'checked' | 'importing' | 'imported';
  readonly file: Opened | null;
  readonly lines: ImportLines;
  /** From 0 to 1. */
  readonly progress: number;
  /** Why the file cannot be read. */
  readonly problem: FileProblem | null;
  /** Why nothing of it was imported. */
  readonly refusal: Refusal | null;
  /** How many the appliance refused of what was imported. */
  readonly refusedCount: number;
};

const NOTHING: ImportState = {
  step: 'choosing',
  file: null,
  lines: NO_LINES,
  progress: 0,
  problem: null,
  refusal: null,
  refusedCount: 0,
};

/** An import from the choice of a file over the dry run to what came of it. */
export function useImport(onDone: () => void) {
  const console = useConsole();
  const { api, store } = console;
  const groupLabels = useGroupLabels();
  const [state, setState] = useState<ImportState>(NOTHING);
  const change = (part: Partial<ImportState>) => setState((before) => ({ ...before, ...part }));
  /** Rises with each file, and when the dialog closes: what still comes of an earlier one is nobody's. */
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function check(): Promise<void> {
    const opened = expectValue(await api.openImportFile({}));
    if (opened.state === 'cancelled') return;
    turn.current += 1;
    const mine = turn.current;
    if (opened.state === 'refused') return setState({ ...NOTHING, problem: opened.problem });
    setState({ ...NOTHING, step: 'reading', file: opened });
    const plan = createLinePlanner(console, groupLabels);
    if (plan === null) return;
    const { importId } = opened;
    let lines = NO_LINES;
    const problem = await readFile({
      api,
      importId,
      plan,
      isGivenUp: () => turn.current !== mine,
      now: () => performance.now(),
      pause: () => new Promise((resolve) => nextFrame(resolve)),
      onLines(added, progress) {
        if (turn.current !== mine) return;
        lines = appendLines(lines, added);
        change({ progress, lines });
      },
    });
    expectValue(await api.closeImportFile({ importId }));
    if (turn.current !== mine) return;
    if (problem === null) change({ step: 'checked' });
    else setState({ ...NOTHING, problem });
  }

  async function importNext(): Promise<void> {
    const sent = pendingLines(state.lines, MAX_ITEMS_IN_COMMAND);
    const mine = turn.current;
    change({ step: 'importing', refusal: null });
    const answer = await importJumpItems(
      console,
      sent.flatMap((line) => entryOf(line) ?? []),
      { keepsRefused: () => turn.current === mine },
    );
    const refusal = answer?.ok === false ? answer.refusal : null;
    // What comes of it later is told then; to send it once more would make everything new twice.
    const isPending = refusal?.code === 'outcome-pending';
    if (refusal !== null && (isPending || turn.current !== mine)) store.getState().showRefusal(refusal);
    if (turn.current !== mine) return;
    if (isPending) return onDone();
    if (answer === null || !answer.ok) return change({ step: 'checked', refusal });
    const { outcome } = answer;
    const lines = applyOutcome(state.lines, sent, outcome);
    change({
      step: 'imported',
      lines,
      refusedCount: state.refusedCount + outcome.refusedCount,
    });
    if (outcome.refusedCount === 0 && pendingLines(lines, 1).length === 0) onDone();
  }

  /** A rejection is a bug that main has logged with its stack. */
  function guarded(work: () => Promise<void>): () => void {
    return () => {
      work().catch(() => {
        store.getState().showBug();
        setState(NOTHING);
      });
    };
  }
  return { state, chooseFile: guarded(check), importNext: guarded(importNext) };
}
