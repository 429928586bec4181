import type { ItemsOutcome } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import {
  PROPERTY_NAMES,
  type PropertyName,
  pickProperties,
  withProperties,
} from '#app/domain/jump-item-change.ts';
import { byId, type Draft, fieldText, withoutField } from './properties-draft.ts';

/** An open dialog: what it is about, what was typed, and what the representative has seen of each item. */
export type PropertiesState = {
  /** It was opened with several, however many are left. */
  readonly isMany: boolean;
  /** The items as the dialog opened with them. */
  readonly opened: readonly JumpItem[];
  readonly draft: Draft;
  /** Each item as the representative last accepted it: what differs from it was changed meanwhile. */
  readonly seen: ReadonlyMap<JumpItemId, JumpItem>;
  /** Of many: those that somebody changed meanwhile and that are to be left alone. */
  readonly leftOut: ReadonlySet<JumpItemId>;
  /** Items as a refusal told them, which may be newer than what the list knows. */
  readonly told: ReadonlyMap<JumpItemId, JumpItem>;
  /** Items that a refusal told to exist no more. */
  readonly toldGone: ReadonlySet<JumpItemId>;
};

export function openProperties(items: readonly JumpItem[]): PropertiesState {
  return {
    isMany: items.length > 1,
    opened: items,
    draft: {},
    seen: byId(items),
    leftOut: new Set(),
    told: new Map(),
    toldGone: new Set(),
  };
}

/** What the dialog opened with, choices about others' changes undone as well (R2.6). */
export function resetProperties(state: PropertiesState): PropertiesState {
  return { ...state, draft: {}, seen: byId(state.opened), leftOut: new Set() };
}

export function editField(state: PropertiesState, name: PropertyName, text: string): PropertiesState {
  return { ...state, draft: { ...state.draft, [name]: text } };
}

/** The way back from an edited field to *stays as it is*. */
export function leaveField(state: PropertiesState, name: PropertyName): PropertiesState {
  return { ...state, draft: withoutField(state.draft, name) };
}

/** The item as it is now; undefined when it is gone. */
export function latestOf(
  { told, toldGone }: Pick<PropertiesState, 'told' | 'toldGone'>,
  id: JumpItemId,
  listed: (id: JumpItemId) => JumpItem | undefined,
): JumpItem | undefined {
  const known = listed(id);
  if (known === undefined || toldGone.has(id)) return undefined;
  const heard = told.get(id);
  return heard !== undefined && heard.propertiesRev > known.propertiesRev ? heard : known;
}

/** Whether a field of an item is another one than the representative has seen. */
export function isChanged(seen: JumpItem, latest: JumpItem, name: PropertyName): boolean {
  return fieldText(seen, name) !== fieldText(latest, name);
}

function accept(state: PropertiesState, latest: JumpItem, name: PropertyName): PropertiesState {
  const before = state.seen.get(latest.id) ?? latest;
  const accepted = withProperties(before, pickProperties(latest, [name]));
  return { ...state, seen: new Map(state.seen).set(latest.id, accepted) };
}

/** *Use theirs*: the field is what somebody else made of it. */
export function takeTheirs(state: PropertiesState, latest: JumpItem, name: PropertyName): PropertiesState {
  return leaveField(accept(state, latest, name), name);
}

/** *Keep mine*: what the field shows is written over the change, now that it was seen. */
export function keepMine(state: PropertiesState, latest: JumpItem, name: PropertyName): PropertiesState {
  const mine = state.draft[name] ?? fieldText(state.seen.get(latest.id) ?? latest, name);
  return editField(accept(state, latest, name), name, mine);
}

/** Of many: those that somebody changed meanwhile are changed as well. */
export function includeChanged(state: PropertiesState, changed: readonly JumpItem[]): PropertiesState {
  const seen = new Map(state.seen);
  for (const item of changed) seen.set(item.id, item);
  return { ...state, seen };
}

/** Of many: those that somebody changed meanwhile are left alone. */
export function leaveOut(state: PropertiesState, ids: readonly JumpItemId[]): PropertiesState {
  return { ...state, leftOut: new Set([...state.leftOut, ...ids]) };
}

/** What an answer tells of items that were left as they are: what they are now, and that some are gone. */
export function noteRefusals(state: PropertiesState, { refused }: ItemsOutcome): PropertiesState {
  const told = new Map(state.told);
  const toldGone = new Set(state.toldGone);
  for (const { jumpItemId, code, current } of refused) {
    if (current !== null) told.set(jumpItemId, current);
    if (code === 'client-not-found') toldGone.add(jumpItemId);
  }
  return { ...state, told, toldGone };
}

/** Goes on with some of the items: the others are done. */
export function keepOnly(state: PropertiesState, ids: ReadonlySet<JumpItemId>): PropertiesState {
  return { ...state, opened: state.opened.filter(({ id }) => ids.has(id)) };
}

/** The fields of an item that differ from what was seen of it. */
export function changedFields(seen: JumpItem, latest: JumpItem): readonly PropertyName[] {
  return PROPERTY_NAMES.filter((name) => isChanged(seen, latest, name));
}
