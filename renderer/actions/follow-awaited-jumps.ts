import type { JumpItem } from '#app/domain/jump-item.ts';
import { isLastingRefusal } from '#app/domain/jump-preview.ts';
import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { createOwnSessionsSelector } from '../store/selectors.ts';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';
import { t } from '../texts.ts';
import { foreseeRefusal } from './jump-availability.ts';
import { startJump } from './jump-to-item.ts';

/**
 * Jumps to each awaited item when it comes online. Its tab opens behind the one that is shown: who is typing into
 * another computer goes on typing there. A message, and the system's notification, bring it to the front.
 * @returns a function that ends it
 */
export function followAwaitedJumps(console: Console): () => void {
  const { store, rows } = console;
  const look = () => {
    const { awaitedIds, connection, representative } = store.getState();
    if (awaitedIds.size === 0 || representative === null || !isLive(connection)) return;
    if (rows.getList().loading !== null) return;
    for (const id of awaitedIds) {
      const item = rows.get(id);
      if (item === undefined) store.getState().stopAwaiting([id]);
      else settle(console, item);
    }
  };
  const ends = [rows.subscribe(look), store.subscribe(look), console.api.on('notificationChosen', choose)];

  function choose({ jumpItemId }: { jumpItemId: JumpItem['id'] }): void {
    const state = store.getState();
    const session = createOwnSessionsSelector()(state).find((own) => own.jumpItemId === jumpItemId);
    state.chooseTab(session?.id ?? JUMP_INTERFACE_TAB);
    if (session === undefined) state.selectJumpItem(jumpItemId);
  }
  return () => {
    for (const end of ends) end();
  };
}

function settle(console: Console, item: JumpItem): void {
  const { store } = console;
  const refusal = foreseeRefusal(store.getState(), item);
  // Offline, or disabled for the moment: it may still come.
  if (refusal !== null && !isLastingRefusal(refusal)) return;
  store.getState().stopAwaiting([item.id]);
  if (refusal === null) void jumpTo(console, item);
  else store.getState().showRefusal(refusal);
}

async function jumpTo({ api, store }: Console, item: JumpItem): Promise<void> {
  const outcome = await startJump({ api, store }, item);
  if (outcome === null) return;
  const state = store.getState();
  if ('refusal' in outcome) return state.showRefusal(outcome.refusal);
  if (outcome.tab !== null) {
    state.showArrival({ about: item.name, tab: outcome.tab, reason: 'came-online' });
  }
  try {
    await api.notify({ title: item.name, body: t('awaited.online'), jumpItemId: item.id });
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.showBug();
  }
}
