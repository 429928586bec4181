import type { SupportSessionId } from '#app/domain/ids.ts';
import { isLive } from '../store/connection-slice.ts';
import type { ConsoleStore } from '../store/console-store.ts';

/** The stream tells of a session that was started within this, far more than it gathers changes for. Milliseconds. */
const TOLD_WITHIN_MS = 2_000;

/**
 * A session that ended in the moment it was started is never told of by the stream, and gets no tab: who asked for it is
 * told that it has ended.
 * @param name what was jumped to
 */
export function tellMissingSession(store: ConsoleStore, sessionId: SupportSessionId, name: string): void {
  const isThere = () => store.getState().supportSessions.rows.has(sessionId);
  if (isThere()) return;
  const stop = () => {
    clearTimeout(timer);
    end();
  };
  const end = store.subscribe(() => {
    if (isThere()) stop();
  });
  const timer = setTimeout(() => {
    stop();
    const { connection, showEndedSession } = store.getState();
    if (isLive(connection)) showEndedSession({ id: sessionId, name });
  }, TOLD_WITHIN_MS);
}
