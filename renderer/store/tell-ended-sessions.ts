import type { ConsoleStore } from './console-store.ts';
import { createOwnSessionsSelector } from './selectors.ts';

/**
 * A session that ends without having been asked to (the computer left, an administrator ended it, the appliance forgot it)
 * takes its tab with it: the person is told which one that was.
 * @returns a function that ends it
 */
export function tellEndedSessions(store: ConsoleStore): () => void {
  const selectOwn = createOwnSessionsSelector();
  let known = selectOwn(store.getState());
  return store.subscribe((state) => {
    const own = selectOwn(state);
    if (own === known) return;
    const ids = new Set(own.map((session) => session.id));
    const ended = known.filter((session) => !ids.has(session.id) && !state.endingIds.has(session.id));
    known = own;
    if (state.representative === null) return; // who signs out knows
    for (const { id, name } of ended) state.showEndedSession({ id, name });
  });
}
