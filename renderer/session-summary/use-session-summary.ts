import { useEffect, useState } from 'react';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { SessionSummary } from '#app/domain/session-summary.ts';
import { isLive } from '../store/connection-slice.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';

type Read = {
  readonly summary: SessionSummary | null;
  /** Why there is none, or no newer one. */
  readonly refused: Pick<Refusal, 'code' | 'detail'> | null;
};
const NOTHING: Read = { summary: null, refused: null };

/**
 * A session's summary from the appliance, anew when the appliance says that it has changed, and on each new connection;
 * null: none is wanted.
 */
export function useSessionSummary(wanted: SupportSessionId | null): Read {
  const { api, store } = useConsole();
  const isConnected = useConsoleState((state) => isLive(state.connection));
  const [read, setRead] = useState<Read & { readonly id: SupportSessionId | null }>({ ...NOTHING, id: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was missed while there was no connection is read on the next
  useEffect(() => {
    if (wanted === null) return;
    return follow(api, wanted, {
      onRead: (next) =>
        setRead((before) => ({ ...(before.id === wanted ? before : NOTHING), ...next, id: wanted })),
      onBug: () => store.getState().showBug(),
    });
  }, [api, store, wanted, isConnected]);
  return wanted !== null && read.id !== wanted ? NOTHING : read;
}

type Follow = { onRead: (read: Partial<Read>) => void; onBug: () => void };

/** Reads it, and again when it has changed; one question at a time. @returns an end to it */
function follow(
  api: Pick<ConsoleApi, 'readSessionSummary' | 'on'>,
  sessionId: SupportSessionId,
  on: Follow,
): () => void {
  let knownRevision = 0;
  /** The newest that is told of. */
  let toldRevision = 0;
  let isAsking = false;
  let isOver = false;

  async function ask(): Promise<void> {
    isAsking = true;
    const answer = await api.readSessionSummary({ sessionId, knownRevision });
    isAsking = false;
    if (isOver) return;
    if (!answer.ok) return on.onRead({ refused: answer });
    if (answer.value.summary === null) return;
    knownRevision = answer.value.summary.revision;
    on.onRead({ summary: answer.value.summary, refused: null });
    if (toldRevision > knownRevision) await ask();
  }
  const start = () => void ask().catch(on.onBug);

  const stopListening = api.on('sessionSummaryChanged', (event) => {
    if (event.sessionId !== sessionId) return;
    toldRevision = event.revision;
    if (!isAsking && toldRevision > knownRevision) start();
  });
  start();
  return () => {
    isOver = true;
    stopListening();
  };
}
