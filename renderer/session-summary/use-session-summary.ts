import { useEffect, useState } from 'react';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import { useConsole } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';

/** How often a running session is asked about again. */
export const ASK_AGAIN_MS = 1_500;

type Read = {
  readonly summary: SessionSummary | null;
  /** Why there is none, or no newer one. */
  readonly refused: Pick<Refusal, 'code' | 'detail'> | null;
};
const NOTHING: Read = { summary: null, refused: null };

/**
 * A session's summary from the appliance; null: none is wanted.
 * @param options.isLive asked for anew as long as it is wanted
 */
export function useSessionSummary(wanted: SupportSessionId | null, { isLive }: { isLive: boolean }): Read {
  const { api, store } = useConsole();
  const [read, setRead] = useState<Read & { readonly id: SupportSessionId | null }>({ ...NOTHING, id: null });
  useEffect(() => {
    if (wanted === null) return;
    return follow(api, wanted, {
      isLive,
      onRead: (next) =>
        setRead((before) => ({ ...(before.id === wanted ? before : NOTHING), ...next, id: wanted })),
      onBug: () => store.getState().showBug(),
    });
  }, [api, store, wanted, isLive]);
  return wanted !== null && read.id !== wanted ? NOTHING : read;
}

type Follow = { isLive: boolean; onRead: (read: Partial<Read>) => void; onBug: () => void };

/** Asks, and asks again. @returns an end to it */
function follow(
  api: Pick<ConsoleApi, 'readSessionSummary'>,
  sessionId: SupportSessionId,
  on: Follow,
): () => void {
  let knownRevision = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  async function ask(): Promise<void> {
    const answer = await api.readSessionSummary({ sessionId, knownRevision });
    if (isOver) return;
    if (!answer.ok) on.onRead({ refused: answer });
    else if (answer.value.summary !== null) {
      knownRevision = answer.value.summary.revision;
      on.onRead({ summary: answer.value.summary, refused: null });
    }
    if (on.isLive) timer = setTimeout(start, ASK_AGAIN_MS);
  }
  function start(): void {
    ask().catch(on.onBug);
  }

  start();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
