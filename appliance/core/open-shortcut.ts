import type { ApplianceReply } from '#app/contracts/appliance-protocol.ts';
import type { EpochMs, JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { isJumpClient } from '#app/domain/jump-item.ts';
import { portOf } from '#app/domain/shortcut-address.ts';
import { authorizeOnItem } from './authorize.ts';
import type { Transaction } from './site.ts';

/**
 * Jump on a shortcut (R1.8): the representative's own computer connects, this says where to. Refused in this order:
 * R7.7 for one that is not visible; `not-permitted`; `malformed` for a Jump Client.
 */
export function openShortcutIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  jumpItemId: JumpItemId,
  now: EpochMs,
): ApplianceReply<'jump-item:open-shortcut'> {
  const item = transaction.get('jump-item', jumpItemId);
  if (item === undefined) throw new JumpError('client-not-found');
  const authorization = authorizeOnItem(transaction, representativeId, item, 'jump');
  if (!authorization.visible) throw new JumpError('client-not-found');
  if (authorization.missing !== null) throw new JumpError('not-permitted', { detail: authorization.missing });
  if (isJumpClient(item)) throw new JumpError('malformed');
  transaction.put('jump-item', jumpItemId, { ...item, lastAccessedAt: now });
  const { method, name, hostname } = item;
  return { method, name, hostname, port: portOf(item) };
}
