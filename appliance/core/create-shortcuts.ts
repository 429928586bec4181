import type { ImportEntry, ImportOutcome } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError, type JumpErrorCode } from '#app/domain/jump-error.ts';
import type { NewShortcut } from '#app/domain/jump-item-change.ts';
import type { Right } from '#app/domain/rights.ts';
import { authorizeOnGroup } from './authorize.ts';
import { editItemIn, type ItemsDone } from './edit-jump-items.ts';
import type { Randomness } from './environment.ts';
import { type ItemResult, itemDone, linesOutcomeOf, stepsOf } from './items-outcome.ts';
import type { SiteReader, Transaction } from './site.ts';
import type { UndoStep } from './site-records.ts';

type Uuid = Randomness['uuid'];

/** Creates one shortcut (R1.4). Refused with `jump-group-not-found` or `not-permitted`. */
export function createShortcutIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  shortcut: NewShortcut,
  uuid: Uuid,
): ItemsDone<{ jumpItemId: JumpItemId }> {
  const refused = refusedCreation(transaction, representativeId, shortcut);
  if (refused !== null) {
    throw new JumpError(refused.code, refused.detail === undefined ? {} : { detail: refused.detail });
  }
  const step = putShortcut(transaction, shortcut, uuid);
  return { value: { jumpItemId: step.jumpItemId }, steps: [step] };
}

/** Many new shortcuts and changes of items, line by line: what may be done is done, the rest is named. */
export function importItemsIn(
  transaction: Transaction,
  representativeId: RepresentativeId,
  entries: readonly ImportEntry[],
  uuid: Uuid,
): ItemsDone<ImportOutcome> {
  const results = entries.map((entry, index): ItemResult => {
    if (entry.kind === 'edit') return editItemIn(transaction, representativeId, entry, entry.change);
    const refused = refusedCreation(transaction, representativeId, entry.shortcut);
    if (refused === null) return itemDone(putShortcut(transaction, entry.shortcut, uuid));
    const jumpItemId = String(index + 1) as JumpItemId;
    const { name } = entry.shortcut;
    return { ok: false, refused: { jumpItemId, name, ...refused, current: null } };
  });
  const steps = stepsOf(results);
  const created = steps.filter(({ kind }) => kind === 'created').length;
  return { value: { ...linesOutcomeOf(results), created }, steps };
}

function refusedCreation(
  reader: SiteReader,
  representativeId: RepresentativeId,
  { jumpGroupId }: NewShortcut,
): { readonly code: JumpErrorCode; readonly detail?: Right } | null {
  const authorization = authorizeOnGroup(reader, representativeId, jumpGroupId, 'create');
  if (!authorization.visible) return { code: 'jump-group-not-found' };
  return authorization.missing === null ? null : { code: 'not-permitted', detail: authorization.missing };
}

function putShortcut(transaction: Transaction, shortcut: NewShortcut, uuid: Uuid): UndoStep {
  const id = uuid() as JumpItemId;
  transaction.put('jump-item', id, { ...shortcut, id, lastAccessedAt: null, propertiesRev: 1 });
  return { kind: 'created', jumpItemId: id, propertiesRev: 1 };
}
