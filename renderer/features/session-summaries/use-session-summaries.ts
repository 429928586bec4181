import { useEffect, useState } from 'react';
import type { SessionSummaryHead } from '#app/domain/session-summary.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { ShownSummaries } from '../../store/dialogs-slice.ts';
import type { Refusal } from '../../store/messages-slice.ts';

type Listed = {
  /** Null: not told yet. */
  readonly summaries: readonly SessionSummaryHead[] | null;
  readonly refused: Pick<Refusal, 'code' | 'detail'> | null;
};
const NOT_YET: Listed = { summaries: null, refused: null };

/** The last sessions, asked for when they are looked at, and again when wanted. */
export function useSessionSummaries(shown: ShownSummaries): Listed & { askAgain: () => void } {
  const { api, store } = useConsole();
  const [asked, setAsked] = useState(0);
  const [listed, setListed] = useState(NOT_YET);
  const jumpItemId = shown.of === 'jump-item' ? shown.jumpItemId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what the number is for
  useEffect(() => {
    let isOver = false;
    const wanted = jumpItemId === null ? { of: 'own' as const } : { of: 'jump-item' as const, jumpItemId };
    setListed(NOT_YET);
    api.listSessionSummaries({ wanted }).then(
      (answer) => {
        if (isOver) return;
        setListed(
          answer.ok
            ? { summaries: answer.value.summaries, refused: null }
            : { summaries: null, refused: { code: answer.code, detail: answer.detail } },
        );
      },
      () => store.getState().showBug(),
    );
    return () => {
      isOver = true;
    };
  }, [api, store, jumpItemId, asked]);
  return { ...listed, askAgain: () => setAsked(asked + 1) };
}
