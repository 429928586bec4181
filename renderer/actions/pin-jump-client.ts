import type { ConsoleParams } from '#app/contracts/console-api.ts';
import { OpId } from '#app/domain/ids.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import type { Console } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import { JUMP_INTERFACE_TAB } from '../store/tabs-slice.ts';
import { type AskedPin, forgetAskedPin, keepAskedPin } from './kept-pins.ts';
import { defaultPinGroup } from './pin-availability.ts';
import { selectWhenListed } from './select-when-listed.ts';

/** What is to be pinned; without a name the item is called as its computer. */
export type PinWish = Pick<ConsoleParams<'pinJumpClient'>, 'name' | 'jumpGroupId' | 'tag' | 'comments'>;

/**
 * Pins a session's computer (R2); answered once it is installed, or not. The new item is selected in the list, and a
 * message leads to it.
 * @returns why nothing was pinned, which is the caller's to show; null when it was, or a bug was told
 */
export async function pinJumpClient(
  console: Console,
  session: SupportSession,
  wish: PinWish,
): Promise<Refusal | null> {
  const { representative, pinningIds } = console.store.getState();
  if (representative === null || pinningIds.has(session.id)) return null;
  const opId = OpId.parse(crypto.randomUUID());
  const params = { opId, sessionId: session.id, ...wish };
  return askForPin(console, { by: representative.id, about: session.name, params });
}

/** What became of a pin that was asked for before the page was loaded again; what was written for it is not lost. */
export async function resumePin(console: Console, pin: AskedPin): Promise<void> {
  const state = console.store.getState();
  const { sessionId, name, jumpGroupId, tag, comments } = pin.params;
  state.keepPinDraft(sessionId, { name: name ?? '', jumpGroupId, tag: tag ?? '', comments });
  const refusal = await askForPin(console, pin);
  if (refusal !== null) state.showRefusal(refusal);
}

async function askForPin(console: Console, pin: AskedPin): Promise<Refusal | null> {
  const { about, params } = pin;
  const { opId, sessionId } = params;
  const state = console.store.getState();
  state.dismissRefusals(about);
  state.setPinning(sessionId, true);
  keepAskedPin(sessionStorage, pin);
  try {
    const answer = await console.api.pinJumpClient(params);
    if (!answer.ok) return { about, code: answer.code, detail: answer.detail };
    state.keepPinDraft(sessionId, null);
    if (console.store.getState().representative?.id !== state.representative?.id) return null; // signed out meanwhile
    const { jumpItemId } = answer.value;
    selectWhenListed(console, jumpItemId);
    state.showArrival({ about, tab: JUMP_INTERFACE_TAB, jumpItemId, reason: 'pinned' });
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.showBug();
  } finally {
    forgetAskedPin(sessionStorage, opId);
    state.setPinning(sessionId, false);
  }
  return null;
}

/** Pins it at once, called as its computer, in the representative's own Jump Group. */
export async function pinAtOnce(console: Console, session: SupportSession): Promise<void> {
  const state = console.store.getState();
  const jumpGroupId = defaultPinGroup(state);
  if (jumpGroupId === null) return;
  const refusal = await pinJumpClient(console, session, { name: null, jumpGroupId, tag: null, comments: '' });
  if (refusal !== null) state.showRefusal(refusal);
}
