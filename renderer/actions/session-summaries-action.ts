import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { selectedRowsOf } from '../store/selected-rows.ts';
import type { ActionBehaviour } from './action.ts';

function selectedAlone({ store, rows }: Console) {
  const { selectedIds } = store.getState();
  return selectedIds.size === 1 ? selectedRowsOf(rows, selectedIds)[0]?.item : undefined;
}

/** *Sessions…*: the last sessions with the selected Jump Client. */
export const sessions: ActionBehaviour = {
  icon: 'history',
  availability: (console) =>
    selectedAlone(console)?.method === 'jump-client' && isLive(console.store.getState().connection)
      ? 'available'
      : 'unavailable',
  run(console) {
    const item = selectedAlone(console);
    if (item === undefined) return;
    console.store.getState().openSessionSummaries({ of: 'jump-item', jumpItemId: item.id, name: item.name });
  },
};

/** *My recent sessions*: those in which this representative took part. */
export const ownSessions: ActionBehaviour = {
  icon: 'history',
  availability: ({ store }) => (isLive(store.getState().connection) ? 'available' : 'unavailable'),
  run: ({ store }) => store.getState().openSessionSummaries({ of: 'own' }),
};
