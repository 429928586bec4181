import type { JumpItemId } from '#app/domain/ids.ts';
import { isJumpClient } from '#app/domain/jump-item.ts';
import type { RecordAudit } from './audit-log.ts';
import type { CommittedChange, PerformedCommand } from './site-records.ts';

/**
 * Writes down which shortcuts one transaction created and which items it gave other properties, a line each, with who
 * asked for it and by which request. A Jump Client is not created but registers; what an undo brings back is not new.
 */
export function auditItemChanges(changes: readonly CommittedChange[], record: RecordAudit): void {
  const by = askedBy(changes);
  const created: JumpItemId[] = [];
  const edited: JumpItemId[] = [];
  for (const change of changes) {
    if (change.kind !== 'jump-item' || change.after === undefined) continue;
    const { before, after } = change;
    if (before === undefined) {
      if (!isJumpClient(after) && by.request !== 'jump-items:undo') created.push(after.id);
    } else if (before.propertiesRev !== after.propertiesRev) edited.push(after.id);
  }
  if (created.length > 0) record({ event: 'jump-items-created', ...by, jumpItemIds: created });
  if (edited.length > 0) record({ event: 'jump-items-edited', ...by, jumpItemIds: edited });
}

/** The command that a transaction answers; nothing where the appliance acted by itself. */
function askedBy(
  changes: readonly CommittedChange[],
): Partial<Pick<PerformedCommand, 'representativeId' | 'request'>> {
  for (const { kind, before, after } of changes) {
    if (kind !== 'performed-command' || before !== undefined || after === undefined) continue;
    const { representativeId, request } = after;
    return { representativeId, request };
  }
  return {};
}
