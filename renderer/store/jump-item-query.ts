import type { JumpGroupId } from '#app/domain/ids.ts';
import type { JumpItemScope } from '#app/domain/jump-item-scope.ts';
import type { SearchField } from '#app/domain/jump-item-search.ts';
import type { SearchTerm } from '#app/domain/search-query.ts';

/** The columns of the list (R1.3), each of which sorts; the first six are those that are shown at first. */
export const COLUMN_IDS = [
  'name',
  'hostname',
  'method',
  'comments',
  'group',
  'status',
  'tag',
  'last-accessed',
  'console-user',
  'public-ip',
  'private-ip',
  'operating-system',
  'version',
  'domain',
  'work-group',
  'uptime',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export function isColumnId(text: string): text is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(text);
}

export type JumpItemSorting = { readonly column: ColumnId; readonly descending: boolean };

/** Everything that decides which rows are listed, and in which order. */
export type JumpItemQuery = {
  /** What is chosen in the left pane; an item of any of them is listed. */
  readonly scopes: readonly JumpItemScope[];
  readonly terms: readonly SearchTerm[];
  readonly searchFields: readonly SearchField[];
  /** First things first; empty: in the order of their ids, as they come from the appliance. */
  readonly sorting: readonly JumpItemSorting[];
  /** What the column Group shows for each group. */
  readonly groupLabels: ReadonlyMap<JumpGroupId, string>;
};
