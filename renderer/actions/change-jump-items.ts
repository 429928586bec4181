import type { ConsoleResult } from '#app/contracts/console-api.ts';
import {
  type ImportEntry,
  type ImportOutcome,
  type ItemsDeed,
  type ItemsOutcome,
  REMOVAL_HELD_MS,
  seenItem,
} from '#app/contracts/jump-item-commands.ts';
import { type JumpItemId, OpId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import {
  MAX_ITEMS_IN_COMMAND,
  type NewShortcut,
  type PropertiesChange,
} from '#app/domain/jump-item-change.ts';
import type { Console } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { aboutItems } from './change-availability.ts';
import { tellOutcome } from './tell-outcome.ts';

type Door = Pick<Console, 'api' | 'store'>;
type Refused = { readonly ok: false; readonly refusal: Refusal };
type Answer<T> = ({ readonly ok: true } & T) | Refused | null;

/**
 * What came of a command on Jump Items. An outcome has been told already: what was done by a toast with its way back,
 * what was left as it was by name. A refusal of the whole is the caller's to show; null: a bug was told.
 */
export type ChangeAnswer = Answer<{ readonly outcome: ItemsOutcome }>;
export type CreateAnswer = Answer<{ readonly jumpItemId: JumpItemId }>;
export type ImportAnswer = Answer<{ readonly outcome: ImportOutcome }>;

export type EditOptions = {
  /**
   * Asked when the answer is there: whether the caller shows the items that somebody changed meanwhile itself, and lets
   * the representative choose.
   */
  readonly keepsConflicts?: () => boolean;
};

/**
 * *Properties* and drag and drop: makes one change on each of the items (R1.10). Refused as a whole with
 * `too-many-items`, `jump-group-not-found`, `appliance-unreachable`, or `outcome-pending` when the connection was lost
 * for long: what comes of it is told later.
 * @param items as the representative saw them: an item that somebody changed since is left as it is
 */
export async function editJumpItems(
  console: Door,
  items: readonly JumpItem[],
  change: PropertiesChange,
  { keepsConflicts = () => false }: EditOptions = {},
): Promise<ChangeAnswer> {
  const refusal = refuseTooMany(items);
  if (refusal !== null) return refusal;
  const seen = items.map(seenItem);
  const answer = await ask(console, aboutItems(items), (opId) =>
    console.api.editJumpItems({ opId, change, items: seen }),
  );
  return told(console, answer, { deed: deedOf(change), items, keepsConflicts: keepsConflicts() });
}

/** *Remove* (R1.9). Refused as a whole like `editJumpItems`; it can be taken back for ten seconds. */
export async function removeJumpItems(console: Door, items: readonly JumpItem[]): Promise<ChangeAnswer> {
  const refusal = refuseTooMany(items);
  if (refusal !== null) return refusal;
  const seen = items.map(seenItem);
  const answer = await ask(console, aboutItems(items), (opId) =>
    console.api.removeJumpItems({ opId, items: seen }),
  );
  return told(console, answer, { deed: 'removed', items });
}

/** Creates a shortcut (R1.4). Refused with `jump-group-not-found`, `not-permitted`, or like `editJumpItems`. */
export async function createShortcut(console: Door, shortcut: NewShortcut): Promise<CreateAnswer> {
  const answer = await ask(console, shortcut.name, (opId) => console.api.createShortcut({ opId, shortcut }));
  if (answer === null || !answer.ok) return answer;
  const outcome = { done: 1, refusedCount: 0, refused: [] };
  tellOutcome(console.store, { opId: answer.opId, deed: 'created', name: shortcut.name, outcome });
  return { ok: true, jumpItemId: answer.value.jumpItemId };
}

export type ImportOptions = {
  /** Asked when the answer is there: whether the caller shows itself which lines were refused. */
  readonly keepsRefused?: () => boolean;
};

/** Creates and changes items by the lines of a file, as one step to undo. Refused as a whole like `editJumpItems`. */
export async function importJumpItems(
  console: Door,
  entries: readonly ImportEntry[],
  { keepsRefused = () => false }: ImportOptions = {},
): Promise<ImportAnswer> {
  const refusal = refuseTooMany(entries);
  if (refusal !== null) return refusal;
  const about = t('import.about', { count: entries.length });
  const answer = await ask(console, about, (opId) =>
    console.api.importJumpItems({ opId, entries: [...entries] }),
  );
  return told(console, answer, { deed: 'imported', items: [], keepsRefused: keepsRefused() });
}

type Asked<T> = { readonly ok: true; readonly opId: OpId; readonly value: T } | Refused | null;

async function ask<T>(
  { store }: Door,
  about: string,
  request: (opId: OpId) => Promise<ConsoleResult<T>>,
): Promise<Asked<T>> {
  const opId = OpId.parse(crypto.randomUUID());
  try {
    const answer = await request(opId);
    if (answer.ok) return { ok: true, opId, value: answer.value };
    return { ok: false, refusal: { about, code: answer.code, detail: answer.detail } };
  } catch {
    // A rejection is a bug that main has logged with its stack.
    store.getState().showBug();
    return null;
  }
}

type Told = {
  deed: ItemsDeed;
  items: readonly JumpItem[];
  keepsConflicts?: boolean;
  keepsRefused?: boolean;
};

function told<T extends ItemsOutcome>(
  { store }: Door,
  answer: Asked<T>,
  { deed, items, keepsConflicts = false, keepsRefused = false }: Told,
): Answer<{ readonly outcome: T }> {
  if (answer === null || !answer.ok) return answer;
  const { opId, value: outcome } = answer;
  const [first, ...others] = items;
  const name = first !== undefined && others.length === 0 ? first.name : null;
  const heldUntil = deed === 'removed' ? Date.now() + REMOVAL_HELD_MS : null;
  tellOutcome(store, { opId, deed, name, heldUntil, keepsConflicts, keepsRefused, items, outcome });
  return { ok: true, outcome };
}

function deedOf(change: PropertiesChange): ItemsDeed {
  const isMove = Object.keys(change).every((field) => field === 'jumpGroupId' || field === 'tag');
  return isMove && change.jumpGroupId !== undefined ? 'moved' : 'edited';
}

function refuseTooMany(things: readonly unknown[]): Refused | null {
  if (things.length <= MAX_ITEMS_IN_COMMAND) return null;
  const about = t('actions.about-several', { count: things.length });
  return { ok: false, refusal: { about, code: 'too-many-items', detail: String(MAX_ITEMS_IN_COMMAND) } };
}
