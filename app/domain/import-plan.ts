import { type Result, refusal, success } from '../lib/result.ts';
import type { FileLine } from './file-columns.ts';
import { JumpItemId } from './ids.ts';
import { type LineRefusal, textOf } from './import-cells.ts';
import { type PlannedChange, planChange } from './import-change.ts';
import { planCreation } from './import-creation.ts';
import { createImportGroups, type ImportContext } from './import-groups.ts';
import type { JumpItem } from './jump-item.ts';
import type { NewShortcut } from './jump-item-change.ts';

/** What would become of one line of the file. `name` is what the file, or else the item, is called. */
export type PlannedLine = { readonly line: number; readonly name: string } & (
  | { readonly verdict: 'created'; readonly shortcut: NewShortcut }
  | ({ readonly verdict: 'changed'; readonly item: JumpItem } & PlannedChange)
  | { readonly verdict: 'unchanged' }
  | { readonly verdict: 'refused'; readonly refusals: readonly LineRefusal[] }
);
export type ImportVerdict = PlannedLine['verdict'];

/**
 * Plans an import line by line and changes nothing: each line is checked by the functions that the dialogs and the
 * appliance check with, and by `missingRight`. A line with the Id of a visible item changes that item; one without an Id
 * is a new shortcut. Of two lines about one item the second is refused.
 * @returns plans the next line of one file
 */
export function createImportPlanner(context: ImportContext): (line: FileLine) => PlannedLine {
  const groups = createImportGroups(context);
  const lineOfId = new Map<JumpItemId, number>();

  /** The item that the line is about; null for a new one. */
  function itemOf({ line, cells }: FileLine): Result<JumpItem | null, LineRefusal> {
    const id = textOf(cells.id ?? null).trim();
    if (id === '') return success(null);
    const parsed = JumpItemId.safeParse(id);
    const item = parsed.success ? context.itemOf(parsed.data) : undefined;
    if (item === undefined) return refusal({ code: 'id-unknown', column: 'id', detail: id });
    const first = lineOfId.get(item.id);
    if (first !== undefined) return refusal({ code: 'id-twice', column: 'id', detail: String(first) });
    lineOfId.set(item.id, line);
    return success(item);
  }

  return (fileLine) => {
    const { line, cells, fault } = fileLine;
    const written = { line, name: textOf(cells.name ?? null) };
    const refused = (refusals: readonly LineRefusal[]): PlannedLine => ({
      ...written,
      verdict: 'refused',
      refusals,
    });
    if (fault !== null) return refused([{ code: fault.fault, column: fault.column }]);
    const found = itemOf(fileLine);
    if (!found.ok) return refused([found.failure]);
    const item = found.value;
    if (item === null) {
      const planned = planCreation(cells, groups);
      return planned.ok
        ? { ...written, verdict: 'created', shortcut: planned.value }
        : refused(planned.failure);
    }
    const named = { line, name: item.name };
    const planned = planChange(cells, item, groups);
    if (!planned.ok) return { ...named, verdict: 'refused', refusals: planned.failure };
    if (planned.value.fields.length === 0) return { ...named, verdict: 'unchanged' };
    return { ...named, verdict: 'changed', item, ...planned.value };
  };
}
