import type { JumpItemId } from '#app/domain/ids.ts';
import { isJumpClient, type JumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import type { SiteReader, Transaction } from './site.ts';

/** The Jump Client's row, in the list or held; undefined when there is none. */
export function findJumpClientRow(reader: SiteReader, id: JumpItemId): JumpClient | undefined {
  const item = reader.get('jump-item', id) ?? reader.get('removed-jump-item', id)?.item;
  return item !== undefined && isJumpClient(item) ? item : undefined;
}

/** Stores a Jump Client's row where it is: in the list, or held. */
export function putJumpClientRow(transaction: Transaction, row: JumpClient): void {
  const held = transaction.get('removed-jump-item', row.id);
  if (held === undefined) transaction.put('jump-item', row.id, row);
  else transaction.put('removed-jump-item', row.id, { ...held, item: row });
}

/** How many Jump Clients count towards the limits of a site (R6.2): also the offline, the uninstalled and the held ones. */
export function countJumpClients(reader: SiteReader): { deployed: number; active: number } {
  const count = { deployed: 0, active: 0 };
  const add = (item: JumpItem) => {
    if (!isJumpClient(item)) return;
    count.deployed += 1;
    if (item.connection === 'active') count.active += 1;
  };
  for (const item of reader.all('jump-item')) add(item);
  for (const { item } of reader.all('removed-jump-item')) add(item);
  return count;
}
