import type { SupportSession } from '#app/domain/support-session.ts';
import type { Console } from '../store/console-context.tsx';
import type { ActionBehaviour, Availability } from './action.ts';
import { pinAvailability, pinnedAs, shownSession } from './pin-availability.ts';
import { pinAtOnce } from './pin-jump-client.ts';

function availability(console: Console): Availability {
  const state = console.store.getState();
  const session = shownSession(state);
  if (session === null) return 'unavailable';
  return pinAvailability(state, session, pinnedAs(console, session) !== null);
}

/** About the session whose tab is shown. */
function pinAction(run: (console: Console, session: SupportSession) => void): ActionBehaviour {
  return {
    icon: 'pin',
    availability,
    subject: ({ store }) => shownSession(store.getState())?.name ?? null,
    run(console) {
      const session = shownSession(console.store.getState());
      if (session !== null) run(console, session);
    },
  };
}

/** *Pin as Jump Client* (R2.1): at once. */
export const pin = pinAction((console, session) => void pinAtOnce(console, session));

/** Its dropdown (R2.1): customized before it is deployed. */
export const pinCustomized = pinAction(({ store }) => store.getState().toggleDialog('pin'));
