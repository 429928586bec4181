import type { JumpItem } from '#app/domain/jump-item.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import type { RecordAudit } from './audit-log.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';

/** Writes down what becomes of sessions, Jump Clients and accounts, whoever did it: as it is committed. */
export function auditSite(site: Pick<Site, 'onCommitted'>, record: RecordAudit): void {
  site.onCommitted((changes) => {
    for (const change of changes) auditChange(change, record);
  });
}

function auditChange(change: CommittedChange, record: RecordAudit): void {
  switch (change.kind) {
    case 'support-session':
      if (change.before === undefined && change.after !== undefined) {
        record({ event: 'session-started', ...sessionIds(change.after) });
      } else if (change.before !== undefined && change.after === undefined) {
        record({ event: 'session-ended', ...sessionIds(change.before) });
      }
      break;
    case 'jump-client-identity':
      if (change.before === undefined && change.after !== undefined) {
        record({ event: 'jump-client-registered', jumpItemId: change.after.jumpItemId });
      }
      break;
    case 'jump-item':
      auditItem(change, record);
      break;
    case 'representative':
      if (change.after !== undefined) {
        record({ event: 'account-changed', representativeId: change.after.id });
      }
      break;
    default: // what is seen of the rest is in these
  }
}

function auditItem(
  { before, after }: Extract<CommittedChange, { kind: 'jump-item' }>,
  record: RecordAudit,
): void {
  if (before === undefined) return;
  if (after === undefined) record({ event: 'jump-item-removed', jumpItemId: before.id });
  else if (!isUninstalled(before) && isUninstalled(after)) {
    record({ event: 'jump-client-uninstalled', jumpItemId: after.id });
  }
}

function isUninstalled(item: JumpItem): boolean {
  return item.method === 'jump-client' && item.presence === 'uninstalled';
}

function sessionIds({ id, representativeId, jumpItemId }: SupportSession) {
  return { sessionId: id, representativeId, jumpItemId };
}
