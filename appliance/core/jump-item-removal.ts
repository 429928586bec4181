import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpClients } from './jump-clients.ts';
import type { Site, Transaction } from './site.ts';
import { type SupportSessions, sessionsOf } from './support-sessions.ts';

type Deps = {
  readonly site: Site;
  readonly jumpClients: Pick<JumpClients, 'sendAway'>;
  readonly supportSessions: Pick<SupportSessions, 'endAllOf'>;
  readonly onFailure: (error: unknown) => void;
};
/** Removes for good what `choose` names, in one transaction with it. @returns the items that were there */
export type RemoveForGood = (choose: (transaction: Transaction) => JumpItemId[]) => Promise<JumpItemId[]>;

/**
 * The end of Jump Items, whatever brought it: a representative's removal after its hold (R1.9), 180 days of silence
 * (R1.12), QA. What is kept of them goes, their sessions end, and their Jump Clients are told to uninstall themselves:
 * who is connected at once, the others when they come back.
 */
export function createRemoveForGood({ site, jumpClients, supportSessions, onFailure }: Deps): RemoveForGood {
  return async (choose) => {
    const removed = await site.transact((transaction) => {
      const ids = choose(transaction).filter((id) => isThere(transaction, id));
      for (const id of ids) removeItemIn(transaction, id);
      return ids;
    });
    await supportSessions.endAllOf(removed, 'computer');
    for (const id of removed) jumpClients.sendAway(id).catch(onFailure); // nobody waits for a computer that is slow
    return removed;
  };
}

function isThere(transaction: Transaction, id: JumpItemId): boolean {
  return (
    transaction.get('jump-item', id) !== undefined || transaction.get('removed-jump-item', id) !== undefined
  );
}

/**
 * Removes an item with all that is kept of it; its Jump Client, if it has one, is to uninstall itself. A customer's computer
 * that was pinned as it is pinned no more.
 */
export function removeItemIn(transaction: Transaction, id: JumpItemId): void {
  transaction.remove('jump-item', id);
  transaction.remove('removed-jump-item', id);
  transaction.remove('reported-statistics', id);
  for (const session of sessionsOf(transaction, id)) {
    if (session.customer !== null) {
      transaction.put('support-session', session.id, { ...session, jumpItemId: null });
    }
  }
  const identity = transaction.get('jump-client-identity', id);
  if (identity !== undefined) transaction.put('jump-client-identity', id, { ...identity, removed: true });
}
