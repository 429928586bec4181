import type { ItemsOutcome, RefusedItem } from '#app/contracts/jump-item-commands.ts';
import { entryOf, type ImportLine, type ImportLines, sortLines } from './import-lines.ts';

/** The lines after those that were sent were imported; the refused ones say why. */
export function applyOutcome(
  lines: ImportLines,
  sent: readonly ImportLine[],
  { refused }: ItemsOutcome,
): ImportLines {
  const refusals = new Map<string, RefusedItem>(refused.map((item) => [item.jumpItemId, item]));
  const after = new Map(sent.map((line, place) => [line, importedLine(line, place, refusals)]));
  return sortLines(lines.all.map((line) => after.get(line) ?? line));
}

/** What is new has no Id: the appliance names it by its place among the entries, from 1. */
function importedLine(
  line: ImportLine,
  place: number,
  refusals: ReadonlyMap<string, RefusedItem>,
): ImportLine {
  const entry = entryOf(line);
  const id = entry?.kind === 'edit' ? entry.jumpItemId : String(place + 1);
  const refused = refusals.get(id);
  if (refused === undefined) return { ...line, isDone: true };
  const { code, detail } = refused;
  return { ...line, refusal: { about: line.planned.name, code, detail } };
}
