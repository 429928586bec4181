import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleReply } from '#app/contracts/console-api.ts';
import { useConsole } from '../../store/console-context.tsx';
import type { Refusal } from '../../store/messages-slice.ts';

export type ShownSessionKey = ConsoleReply<'createSessionKey'>;
type State = {
  readonly key: ShownSessionKey | null;
  readonly refusal: Pick<Refusal, 'code' | 'detail'> | null;
};
const ASKING: State = { key: null, refusal: null };

/** Asks for one key when the dialog opens, and for another when the person wants one. */
export function useSessionKey(): State & { askAgain: () => void } {
  const { api, store } = useConsole();
  const [state, setState] = useState<State>(ASKING);
  const hasAsked = useRef(false);
  const askAgain = useCallback(() => {
    setState(ASKING);
    api.createSessionKey({}).then(
      (answer) => setState(answer.ok ? { key: answer.value, refusal: null } : { key: null, refusal: answer }),
      () => {
        store.getState().closeDialog();
        store.getState().showBug();
      },
    );
  }, [api, store]);
  useEffect(() => {
    if (hasAsked.current) return; // a key is a key, however often this is drawn
    hasAsked.current = true;
    askAgain();
  }, [askAgain]);
  return { ...state, askAgain };
}
