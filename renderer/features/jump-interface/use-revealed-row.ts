import { useLayoutEffect, useRef } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';

/** Scrolls to the row that the keyboard is on whenever that is asked for, as soon as it is listed. */
export function useRevealedRow(list: JumpItemList, scrollToIndex: (index: number) => void): void {
  const { rows } = useConsole();
  const activeId = useConsoleState((state) => state.activeId);
  const requests = useConsoleState((state) => state.revealRequests);
  const answered = useRef(requests);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may be the one that has it
  useLayoutEffect(() => {
    const index = activeId === null || answered.current === requests ? -1 : rows.indexOf(activeId);
    if (index === -1) return;
    answered.current = requests;
    scrollToIndex(index);
  }, [requests, activeId, list, rows, scrollToIndex]);
}
