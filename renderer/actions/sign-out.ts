import type { Console } from '../store/console-context.tsx';
import { createOwnSessionsSelector } from '../store/selectors.ts';
import type { ActionBehaviour } from './action.ts';

const selectOwnSessions = createOwnSessionsSelector();

/** Leaves the appliance at once. */
export function signOutNow({ api, store }: Pick<Console, 'api' | 'store'>): void {
  api.signOut({}).catch(() => store.getState().showBug());
}

/** Signs out; with support sessions the person is asked first. */
export const signOut: ActionBehaviour = {
  icon: 'sign-out',
  availability: ({ store }) =>
    store.getState().connection?.state === 'signed-out' ? 'unavailable' : 'available',
  run(console) {
    const state = console.store.getState();
    if (selectOwnSessions(state).length > 0) state.askToLeave('sign-out');
    else signOutNow(console);
  },
};
