import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { changedProperties, type PropertyName } from '#app/domain/jump-item-change.ts';
import {
  changeOfDraft,
  commonText,
  draftError,
  fieldsOf,
  fieldText,
  type MixedValues,
} from './properties-draft.ts';
import { changedFields, isChanged, latestOf, type PropertiesState } from './properties-state.ts';

export type FieldView = {
  readonly name: PropertyName;
  readonly text: string;
  /** Untouched, and different on the items. */
  readonly mixed: MixedValues | null;
  readonly isTouched: boolean;
  readonly error: string | null;
  /** Of one item: what somebody else made of it meanwhile; null where nothing is to be chosen. */
  readonly theirs: string | null;
};

/** One of many that somebody changed meanwhile, in what. */
export type ChangedItem = {
  readonly seen: JumpItem;
  readonly latest: JumpItem;
  readonly fields: readonly PropertyName[];
};

/** Everything the dialog shows and acts by, from what was typed and what the items are now. */
export type PropertiesView = {
  readonly isMany: boolean;
  /** What OK would be about, as it is now. */
  readonly items: readonly JumpItem[];
  /** Removed meanwhile, or out of sight, as they were last seen. */
  readonly gone: readonly JumpItem[];
  readonly fields: readonly FieldView[];
  /** Of many: what waits for a choice. */
  readonly changed: readonly ChangedItem[];
};

type Listed = (id: JumpItemId) => JumpItem | undefined;

export function viewProperties(state: PropertiesState, listed: Listed): PropertiesView {
  const { isMany } = state;
  const items: JumpItem[] = [];
  const gone: JumpItem[] = [];
  const changed: ChangedItem[] = [];
  for (const opened of state.opened) {
    const latest = latestOf(state, opened.id, listed);
    const seen = state.seen.get(opened.id) ?? opened;
    if (latest === undefined) gone.push(seen);
    else if (!state.leftOut.has(opened.id)) {
      items.push(latest);
      if (isMany) changed.push(...changedMeanwhile(state, seen, latest));
    }
  }
  const shown = isMany ? items : state.opened.map(({ id }, place) => state.seen.get(id) ?? at(state, place));
  const [only] = isMany ? [] : items;
  return {
    isMany,
    items,
    gone,
    changed,
    fields: fieldsOf(state.opened).map((name) => viewField(state, name, shown, only)),
  };
}

function at({ opened }: PropertiesState, place: number): JumpItem {
  const item = opened[place];
  if (item === undefined) throw new Error(`No item was opened at ${place}`);
  return item;
}

/** @param only the one item as it is now; undefined where there are many, or none any more */
function viewField(
  state: PropertiesState,
  name: PropertyName,
  shown: readonly JumpItem[],
  only: JumpItem | undefined,
): FieldView {
  const typed = state.draft[name];
  const { text: common, mixed } = commonText(shown, name);
  const text = typed ?? common;
  const seen = only === undefined ? undefined : state.seen.get(only.id);
  const isTheirs =
    only !== undefined &&
    seen !== undefined &&
    isChanged(seen, only, name) &&
    fieldText(only, name) !== text.normalize('NFC');
  return {
    name,
    text,
    mixed: typed === undefined ? mixed : null,
    isTouched: typed !== undefined,
    error: typed === undefined ? null : draftError(name, typed),
    theirs: isTheirs ? fieldText(only, name) : null,
  };
}

/**
 * What is said of one of many that changed meanwhile: fields that the draft would write over and, once the appliance
 * refused it for that, whatever changed.
 */
function changedMeanwhile(state: PropertiesState, seen: JumpItem, latest: JumpItem): readonly ChangedItem[] {
  if (seen.propertiesRev === latest.propertiesRev) return [];
  const fields = changedFields(seen, latest);
  const isOverwritten = fields.some((name) => {
    const typed = state.draft[name];
    return typed !== undefined && typed.normalize('NFC') !== fieldText(latest, name);
  });
  const isRefused = state.told.has(latest.id) && fields.length > 0;
  return isOverwritten || isRefused ? [{ seen, latest, fields }] : [];
}

/** The items that OK would really change, each with at least one other value. */
export function itemsToChange(state: PropertiesState, { items }: PropertiesView): readonly JumpItem[] {
  const change = changeOfDraft(state.draft);
  return items.filter((item) => changedProperties(item, change).length > 0);
}

/** True while something must be typed anew or chosen before OK counts. */
export function isUndecided({ fields, changed }: PropertiesView): boolean {
  return changed.length > 0 || fields.some(({ error, theirs }) => error !== null || theirs !== null);
}
