import { seenItem } from '#app/contracts/jump-item-commands.ts';
import { OpId } from '#app/domain/ids.ts';
import { isJumpClient, type JumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import type { Console } from '../store/console-context.tsx';
import type { FailedJump, Refusal } from '../store/messages-slice.ts';
import type { TabId } from '../store/tabs-slice.ts';
import { jumpAvailability } from './jump-availability.ts';
import { openShortcut } from './open-shortcut.ts';
import { tellMissingSession } from './tell-missing-session.ts';

type Door = Pick<Console, 'api' | 'store'>;
/**
 * The tab (null where a program of this computer shows what was jumped to), or why there is none; null when it is being
 * started already, or a bug was told.
 */
export type JumpOutcome = { readonly tab: TabId | null } | { readonly refusal: Refusal } | null;

/** Jumps to an item (R1.8): a support session, or a connection from this computer. What comes of it is the caller's to show. */
export async function startJump({ api, store }: Door, item: JumpItem): Promise<JumpOutcome> {
  const state = store.getState();
  const availability = jumpAvailability(state, item);
  if (availability === 'unavailable') return null;
  if (availability !== 'available') return { refusal: availability };
  state.dismissRefusals(item.name);
  state.setStarting(item.id, true);
  try {
    return await (isJumpClient(item)
      ? startSession({ api, store }, item)
      : openShortcut({ api, store }, item));
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.showBug();
    return null;
  } finally {
    state.setStarting(item.id, false);
  }
}

async function startSession({ api, store }: Door, item: JumpClient) {
  const answer = await api.jumpToItem({ opId: OpId.parse(crypto.randomUUID()), ...seenItem(item) });
  if (answer.ok) {
    tellMissingSession(store, answer.value.sessionId, item.name);
    return { tab: answer.value.sessionId };
  }
  return { refusal: { about: item.name, code: answer.code, detail: answer.detail } };
}

/**
 * Jumps to one item and shows its tab once the appliance has said yes. A refusal is shown with the item's name and R7's
 * text, and the item can be tried again.
 */
export async function jumpToItem({ api, store }: Door, item: JumpItem): Promise<void> {
  const { chosenTab } = store.getState();
  const outcome = await startJump({ api, store }, item);
  if (outcome === null) return;
  if ('refusal' in outcome) store.getState().showRefusal(outcome.refusal);
  else if (outcome.tab !== null) bringToFront(store, { about: item.name, tab: outcome.tab, chosenTab });
}

/**
 * Shows what was jumped to. Who has gone to another tab since `chosenTab` may be typing into another computer, and goes
 * on typing there: a message leads to the new tab.
 */
function bringToFront(
  store: Door['store'],
  { about, tab, chosenTab }: { about: string; tab: TabId; chosenTab: TabId },
): void {
  const state = store.getState();
  if (state.chosenTab === chosenTab) state.chooseTab(tab);
  else if (state.chosenTab !== tab) state.showArrival({ about, tab, reason: 'jumped' });
}

/**
 * Jumps to several items at once, each in its own tab, and shows the first tab; one summary names those that failed and
 * why, and offers to try them again.
 */
export async function jumpToSeveral(console: Door, items: readonly JumpItem[]): Promise<void> {
  const state = console.store.getState();
  const { chosenTab } = state;
  state.dismissJumpSummary();
  const outcomes = await Promise.all(
    items.map(async (item) => ({ item, outcome: await startJump(console, item) })),
  );
  const started: { about: string; tab: TabId | null }[] = [];
  const failed: FailedJump[] = [];
  for (const { item, outcome } of outcomes) {
    if (outcome === null) continue;
    if ('refusal' in outcome) failed.push({ jumpItemId: item.id, refusal: outcome.refusal });
    else started.push({ about: item.name, tab: outcome.tab });
  }
  const first = started.find(({ tab }) => tab !== null);
  if (first?.tab) bringToFront(console.store, { about: first.about, tab: first.tab, chosenTab });
  if (failed.length > 0) state.showJumpSummary({ started: started.length, failed });
}

/** Tries once more what failed, as far as it still exists. */
export function jumpAgain(console: Console, failed: readonly FailedJump[]): void {
  const items = failed.flatMap(({ jumpItemId }) => console.rows.get(jumpItemId) ?? []);
  void jumpToSeveral(console, items);
}
