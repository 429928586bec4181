import { useMemo } from 'react';
import { boundedPaste } from '../ui/bounded-paste.ts';
import { useConsole } from './console-context.tsx';

/** The handlers of `boundedPaste` for a field outside of a dialog: a message says what was kept out of it. */
export function useBoundedPaste(fieldLabel: string) {
  const { store } = useConsole();
  return useMemo(
    () => boundedPaste((count) => store.getState().showTooMuchText(fieldLabel, count)),
    [store, fieldLabel],
  );
}
