import type { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
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

/** An item as the representative has seen it, and as it is now, where its properties are others. */
type StaleItem = { readonly seen: JumpItem; readonly latest: JumpItem };
/** One of many that somebody changed meanwhile, in what. */
export type ChangedItem = StaleItem & { readonly fields: readonly PropertyName[] };

/** What a dialog is about at the moment. Walking ten thousand items takes its time: a key that is typed does not. */
export type CurrentItems = {
  /** What OK would be about, as it is now. */
  readonly items: readonly JumpItem[];
  /** Removed meanwhile, or out of sight, as they were last seen. */
  readonly gone: readonly JumpItem[];
  readonly stale: readonly StaleItem[];
  /** What the items have in common, field by field. */
  readonly common: ReadonlyMap<PropertyName, { readonly text: string; readonly mixed: MixedValues | null }>;
  readonly groupIds: readonly JumpGroupId[];
};

/** Everything the dialog shows and acts by, from what was typed and what the items are now. */
export type PropertiesView = CurrentItems & {
  readonly isMany: boolean;
  readonly fields: readonly FieldView[];
  /** Of many: what waits for a choice. */
  readonly changed: readonly ChangedItem[];
};

type Listed = (id: JumpItemId) => JumpItem | undefined;
type Asked = Pick<PropertiesState, 'isMany' | 'opened' | 'seen' | 'leftOut' | 'told' | 'toldGone'>;

/**
 * The items of a dialog as they are now.
 * @param before what was found last, whose parts are used again where no property is another one
 */
export function currentItems(asked: Asked, listed: Listed, before: CurrentItems | null = null): CurrentItems {
  const items: JumpItem[] = [];
  const gone: JumpItem[] = [];
  const stale: StaleItem[] = [];
  for (const opened of asked.opened) {
    const latest = latestOf(asked, opened.id, listed);
    const seen = asked.seen.get(opened.id) ?? opened;
    if (latest === undefined) gone.push(seen);
    else if (!asked.leftOut.has(opened.id)) {
      items.push(latest);
      if (seen.propertiesRev !== latest.propertiesRev) stale.push({ seen, latest });
    }
  }
  if (before !== null && isAlike(before.items, items)) {
    return { ...before, items, gone, stale };
  }
  const fields = fieldsOf(asked.opened);
  const common = new Map(fields.map((name) => [name, commonText(items, name)]));
  return { items, gone, stale, common, groupIds: [...new Set(items.map((item) => item.jumpGroupId))] };
}

/** The same items with the same properties; their presence may be another one. */
function isAlike(some: readonly JumpItem[], others: readonly JumpItem[]): boolean {
  return (
    some.length === others.length &&
    some.every((item, place) => {
      const other = others[place];
      return item === other || (item.id === other?.id && item.propertiesRev === other.propertiesRev);
    })
  );
}

export function viewProperties(state: PropertiesState, current: CurrentItems): PropertiesView {
  const { isMany } = state;
  const [only] = isMany ? [] : current.items;
  return {
    ...current,
    isMany,
    changed: isMany ? current.stale.flatMap((item) => changedMeanwhile(state, item)) : [],
    fields: fieldsOf(state.opened).map((name) => viewField(state, name, current, only)),
  };
}

/** @param only the one item as it is now; undefined where there are many, or none any more */
function viewField(
  state: PropertiesState,
  name: PropertyName,
  { common }: CurrentItems,
  only: JumpItem | undefined,
): FieldView {
  const typed = state.draft[name];
  const shown = state.isMany ? common.get(name) : commonText([...state.seen.values()], name);
  const text = typed ?? shown?.text ?? '';
  const seen = only === undefined ? undefined : state.seen.get(only.id);
  const isTheirs =
    only !== undefined &&
    seen !== undefined &&
    isChanged(seen, only, name) &&
    fieldText(only, name) !== text.normalize('NFC');
  return {
    name,
    text,
    mixed: typed === undefined ? (shown?.mixed ?? null) : null,
    isTouched: typed !== undefined,
    error: typed === undefined ? null : draftError(name, typed),
    theirs: isTheirs ? fieldText(only, name) : null,
  };
}

/**
 * What is said of one of many that changed meanwhile: fields that the draft would write over and, once the appliance
 * refused it for that, whatever changed.
 */
function changedMeanwhile(state: PropertiesState, { seen, latest }: StaleItem): readonly ChangedItem[] {
  const fields = changedFields(seen, latest);
  const isOverwritten = fields.some((name) => {
    const typed = state.draft[name];
    return typed !== undefined && typed.normalize('NFC') !== fieldText(latest, name);
  });
  const isRefused = state.told.has(latest.id) && fields.length > 0;
  return isOverwritten || isRefused ? [{ seen, latest, fields }] : [];
}

/** The items that OK would really change, each with at least one other value. */
export function itemsToChange(
  { draft }: Pick<PropertiesState, 'draft'>,
  { items }: Pick<CurrentItems, 'items'>,
): readonly JumpItem[] {
  const change = changeOfDraft(draft);
  return items.filter((item) => changedProperties(item, change).length > 0);
}

/** True while something must be typed anew or chosen before OK counts. */
export function isUndecided({ fields, changed }: PropertiesView): boolean {
  return changed.length > 0 || fields.some(({ error, theirs }) => error !== null || theirs !== null);
}
