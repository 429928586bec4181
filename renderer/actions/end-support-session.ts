import { OpId } from '#app/domain/ids.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import type { Console } from '../store/console-context.tsx';

/** Ends a support session on both sides; its tab closes when the appliance says that it is gone. */
export async function endSupportSession(
  { api, store }: Pick<Console, 'api' | 'store'>,
  session: SupportSession,
): Promise<void> {
  const state = store.getState();
  if (state.endingIds.has(session.id)) return;
  state.setEnding(session.id, true);
  try {
    const answer = await api.endSupportSession({
      opId: OpId.parse(crypto.randomUUID()),
      sessionId: session.id,
    });
    if (answer.ok) return; // it stays marked until the appliance's stream takes the session away
    state.setEnding(session.id, false);
    state.showRefusal({ about: session.name, code: answer.code, detail: answer.detail });
  } catch {
    // A rejection is a bug that main has logged with its stack.
    state.setEnding(session.id, false);
    state.showBug();
  }
}
