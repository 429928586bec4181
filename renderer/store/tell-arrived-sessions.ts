import type { ConsoleStore } from './console-store.ts';
import { createOwnSessionsSelector } from './selectors.ts';

/**
 * A session that comes without a click of the person's (a customer joined with a key that was told before, a colleague
 * invited them) opens its tab behind what is shown: the person is told of it.
 * @returns a function that ends it
 */
export function tellArrivedSessions(store: ConsoleStore): () => void {
  const selectOwn = createOwnSessionsSelector();
  let known = selectOwn(store.getState());
  let viewer = store.getState().representative;
  return store.subscribe((state) => {
    const own = selectOwn(state);
    if (own === known) return;
    const ids = new Set(known.map(({ id }) => id));
    const wasThere = viewer !== null; // what a console finds when it signs in is no news
    known = own;
    viewer = state.representative;
    if (!wasThere || viewer === null) return;
    for (const session of own) {
      if (ids.has(session.id)) continue;
      const { id, name, customer, representativeId } = session;
      if (representativeId !== viewer.id) {
        state.showArrival({ about: name, tab: id, reason: 'invited' });
      } else if (customer !== null && state.openDialog !== 'session-key') {
        state.showArrival({ about: name, tab: id, reason: 'customer-joined' });
      }
    }
  });
}
