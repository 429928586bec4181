import type { JumpItem } from '#app/domain/jump-item.ts';
import { type SupportSession, takesPart } from '#app/domain/support-session.ts';
import { auditItemChanges } from './audit-item-changes.ts';
import type { RecordAudit } from './audit-log.ts';
import type { Site } from './site.ts';
import type { CommittedChange, RecordKind } from './site-records.ts';

type Audited = Pick<Site, 'onCommitted' | 'get'>;
type Change<K extends RecordKind> = Extract<CommittedChange, { kind: K }>;

/** Writes down what becomes of sessions, Jump Clients and accounts, whoever did it: as it is committed. */
export function auditSite(site: Audited, record: RecordAudit): void {
  site.onCommitted((changes) => {
    auditItemChanges(changes, record);
    for (const change of changes) auditChange(site, change, record);
  });
}

function auditChange(site: Audited, change: CommittedChange, record: RecordAudit): void {
  switch (change.kind) {
    case 'support-session':
      auditSession(change, record);
      break;
    case 'session-key':
      if (change.after !== undefined) {
        const { sessionId, representativeId } = change.after;
        record({ event: 'session-key-created', sessionId, representativeId });
      }
      break;
    case 'jump-client-identity':
      if (change.before === undefined && change.after !== undefined) {
        record({ event: 'jump-client-registered', jumpItemId: change.after.jumpItemId });
      } else if (change.before?.removed && change.after === undefined) {
        record({ event: 'jump-client-told-to-uninstall', jumpItemId: change.before.jumpItemId });
      }
      break;
    case 'jump-item':
      auditItem(site, change, record);
      break;
    case 'removed-jump-item':
      auditHeldItem(site, change, record);
      break;
    case 'representative':
      if (change.after !== undefined) {
        record({ event: 'account-changed', representativeId: change.after.id });
      }
      break;
    default: // what is seen of the rest is in these
  }
}

function auditSession({ before, after }: Change<'support-session'>, record: RecordAudit): void {
  if (before === undefined && after !== undefined) record({ event: 'session-started', ...factsOf(after) });
  if (before !== undefined && after === undefined) record({ event: 'session-ended', ...factsOf(before) });
  if (before === undefined || after === undefined) return;
  for (const representativeId of after.invitedIds) {
    if (takesPart(before, representativeId)) continue;
    record({ event: 'session-joined', sessionId: after.id, representativeId });
  }
  for (const representativeId of before.invitedIds) {
    if (takesPart(after, representativeId)) continue;
    record({ event: 'session-left', sessionId: after.id, representativeId });
  }
}

function auditItem(site: Audited, { before, after }: Change<'jump-item'>, record: RecordAudit): void {
  if (before === undefined) return;
  if (after === undefined) {
    const held = site.get('removed-jump-item', before.id);
    const by = held === undefined ? {} : { representativeId: held.representativeId };
    record({ event: 'jump-item-removed', jumpItemId: before.id, ...by });
  } else auditUninstall(before, after, record);
}

function auditHeldItem(
  site: Audited,
  { before, after }: Change<'removed-jump-item'>,
  record: RecordAudit,
): void {
  if (before === undefined) return;
  const { item, representativeId } = before;
  if (after !== undefined) auditUninstall(item, after.item, record);
  else if (site.get('jump-item', item.id) !== undefined) {
    record({ event: 'jump-item-restored', jumpItemId: item.id, representativeId });
  } // else the hold is over, and that it is removed is written already
}

function auditUninstall(before: JumpItem, after: JumpItem, record: RecordAudit): void {
  if (isUninstalled(before) || !isUninstalled(after)) return;
  record({ event: 'jump-client-uninstalled', jumpItemId: after.id });
}

function isUninstalled(item: JumpItem): boolean {
  return item.method === 'jump-client' && item.presence === 'uninstalled';
}

function factsOf({ id, representativeId, jumpItemId, customer }: SupportSession) {
  return { sessionId: id, representativeId, jumpItemId, withCustomer: customer !== null };
}
