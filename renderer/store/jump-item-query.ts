import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { SearchField } from '#app/domain/jump-item-search.ts';

/** The columns of the list (R1.3), each of which sorts. */
export const COLUMN_IDS = ['name', 'hostname', 'method', 'comments', 'group', 'status'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** What is selected in the left pane: everything visible, a Jump Group, or one of its tags (R1.1, R1.2). */
export type JumpItemScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly jumpGroupId: JumpGroupId; readonly tag: string | null };

export type JumpItemSorting = { readonly column: ColumnId; readonly descending: boolean };

/** Everything that decides which rows are listed, and in which order. */
export type JumpItemQuery = {
  readonly scope: JumpItemScope;
  readonly terms: readonly string[];
  readonly searchFields: readonly SearchField[];
  /** Null: in the order of their ids, as they come from the appliance. */
  readonly sorting: JumpItemSorting | null;
  /** What the column Group shows for each group. */
  readonly groupLabels: ReadonlyMap<JumpGroupId, string>;
};

export function isInScope(item: JumpItem, scope: JumpItemScope): boolean {
  if (scope.kind === 'all') return true;
  return item.jumpGroupId === scope.jumpGroupId && (scope.tag === null || item.tag === scope.tag);
}

/** Two scopes that list the same items. */
export function isSameScope(one: JumpItemScope, other: JumpItemScope): boolean {
  if (one.kind === 'all' || other.kind === 'all') return one.kind === other.kind;
  return one.jumpGroupId === other.jumpGroupId && one.tag === other.tag;
}
