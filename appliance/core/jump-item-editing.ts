import type { JumpItemId } from '#app/domain/ids.ts';
import { isJumpClient, type JumpClient, type JumpItem, type Presence } from '#app/domain/jump-item.ts';
import type { Environment } from './environment.ts';
import { withPresence } from './jump-clients.ts';
import type { RemoveForGood } from './jump-item-removal.ts';
import type { Site, Transaction } from './site.ts';
import type { ReportedStatistics } from './site-records.ts';
import { renameSessions } from './support-sessions.ts';

export type NewJumpItem = { readonly item: JumpItem; readonly statistics: ReportedStatistics | null };
/** What may be changed of an item; everything is checked already. */
export type JumpItemEdit = Partial<
  Pick<JumpItem, 'name' | 'hostname' | 'jumpGroupId' | 'tag' | 'comments' | 'lastAccessedAt'> &
    Pick<JumpClient, 'connection'> & { presence: Presence }
>;

type Deps = {
  readonly site: Site;
  readonly environment: Environment;
  readonly removeForGood: RemoveForGood;
};
export type JumpItemEditing = ReturnType<typeof createJumpItemEditing>;

/** Changes of Jump Items that no representative asked for. Rights are the caller's business. */
export function createJumpItemEditing({ site, environment, removeForGood }: Deps) {
  const put = (transaction: Transaction, before: JumpItem, edit: JumpItemEdit): JumpItem => {
    const after = edited(before, edit, environment.clock.now());
    transaction.put('jump-item', after.id, after);
    if (after.name !== before.name) renameSessions(transaction, after);
    return after;
  };
  return {
    /** Adds all of them in one transaction. */
    add: (items: readonly NewJumpItem[]): Promise<void> =>
      site.transact((transaction) => {
        for (const { item, statistics } of items) {
          transaction.put('jump-item', item.id, item);
          if (statistics !== null) transaction.put('reported-statistics', item.id, statistics);
        }
      }),
    /** @returns the item as it is now; null when there is none */
    change: (id: JumpItemId, edit: JumpItemEdit): Promise<JumpItem | null> =>
      site.transact((transaction) => {
        const before = transaction.get('jump-item', id);
        if (before === undefined) return null;
        return put(transaction, before, edit);
      }),
    /** Changes all of them in one transaction; those that are not there are left out. @returns how many it found */
    changeAll: (
      edits: readonly { readonly id: JumpItemId; readonly edit: JumpItemEdit }[],
    ): Promise<number> =>
      site.transact((transaction) => {
        let found = 0;
        for (const { id, edit } of edits) {
          const before = transaction.get('jump-item', id);
          if (before === undefined) continue;
          put(transaction, before, edit);
          found += 1;
        }
        return found;
      }),
    /** Removes an item for good, without a hold. False when there is none. */
    remove: async (id: JumpItemId): Promise<boolean> => (await removeForGood(() => [id])).length > 0,
  };
}

const PROPERTIES = ['name', 'jumpGroupId', 'tag', 'comments'] as const;
const SHORTCUT_PROPERTIES = [...PROPERTIES, 'hostname'] as const;

function edited(before: JumpItem, edit: JumpItemEdit, now: number): JumpItem {
  const { connection, presence, ...common } = edit;
  const after = { ...before, ...common };
  const properties = isJumpClient(before) ? PROPERTIES : SHORTCUT_PROPERTIES;
  if (properties.some((name) => after[name] !== before[name])) after.propertiesRev += 1;
  if (after.method !== 'jump-client') return after;
  const row = { ...after, connection: connection ?? after.connection };
  return presence === undefined ? row : withPresence(row, presence, now);
}
