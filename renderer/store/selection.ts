import type { JumpItemId } from '#app/domain/ids.ts';

/**
 * The selected Jump Items. An item that a search hides stays selected; what acts takes only what is listed, too
 * (`selected-rows.ts`). The set is replaced with each choice and never copied for a change of the list.
 */
export type Selection = {
  readonly selectedIds: ReadonlySet<JumpItemId>;
  /** The row that the keyboard is on; selected or not. */
  readonly activeId: JumpItemId | null;
  /** Where a range begins that Shift extends. */
  readonly anchorId: JumpItemId | null;
};

type Listed = readonly { readonly id: JumpItemId }[];

export const NOTHING_SELECTED: Selection = { selectedIds: new Set(), activeId: null, anchorId: null };

/** This one and no other. */
export function selectOne(id: JumpItemId): Selection {
  return { selectedIds: new Set([id]), activeId: id, anchorId: id };
}

/** This one, too; or no longer, if it was selected. */
export function toggleOne(selection: Selection, id: JumpItemId): Selection {
  const selectedIds = new Set(selection.selectedIds);
  if (!selectedIds.delete(id)) selectedIds.add(id);
  return { selectedIds, activeId: id, anchorId: id };
}

/** The keyboard goes to a row and selects nothing. */
export function moveActive(selection: Selection, id: JumpItemId): Selection {
  return { ...selection, activeId: id };
}

/**
 * Everything listed between the anchor and a row, both included. An anchor that is not listed is where the keyboard
 * is, else the row itself.
 * @param adds keeps what was selected elsewhere
 */
export function selectRange(selection: Selection, listed: Listed, to: number, adds: boolean): Selection {
  const target = listed[to];
  if (target === undefined) return selection;
  const from = placeOf(listed, selection.anchorId) ?? placeOf(listed, selection.activeId) ?? to;
  const selectedIds = new Set(adds ? selection.selectedIds : []);
  for (let place = Math.min(from, to); place <= Math.max(from, to); place += 1) {
    const row = listed[place];
    if (row !== undefined) selectedIds.add(row.id);
  }
  return { selectedIds, activeId: target.id, anchorId: listed[from]?.id ?? target.id };
}

/** All that is listed and nothing else; the keyboard stays where it is. */
export function selectAll(selection: Selection, listed: Listed): Selection {
  return { ...selection, selectedIds: new Set(listed.map((row) => row.id)) };
}

function placeOf(listed: Listed, id: JumpItemId | null): number | null {
  if (id === null) return null;
  const place = listed.findIndex((row) => row.id === id);
  return place === -1 ? null : place;
}
