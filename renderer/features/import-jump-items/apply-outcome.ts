import type { ImportOutcome } from '#app/contracts/jump-item-commands.ts';
import { placesOf } from '#app/domain/refused-runs.ts';
import type { Refusal } from '../../store/messages-slice.ts';
import { entryOf, type ImportLine, type ImportLines, sortLines } from './import-lines.ts';

type Reason = Pick<Refusal, 'code' | 'detail'>;

/** The lines after those that were sent were imported; the refused ones say why. */
export function applyOutcome(
  lines: ImportLines,
  sent: readonly ImportLine[],
  outcome: ImportOutcome,
): ImportLines {
  const reasonOf = readReasons(outcome, sent.length);
  const after = new Map(sent.map((line, place) => [line, importedLine(line, reasonOf(line, place))]));
  return sortLines(lines.all.map((line) => after.get(line) ?? line));
}

/** @returns why the line at a place of those that were sent was refused; undefined where it was not */
function readReasons({ refused, refusedLines }: ImportOutcome, sentCount: number) {
  const byId = new Map<string, Reason>(refused.map((item) => [item.jumpItemId, item]));
  const byPlace = new Map<number, Reason>();
  for (const reason of refusedLines) {
    for (const place of placesOf(reason.runs, sentCount)) byPlace.set(place, reason);
  }
  return (line: ImportLine, place: number): Reason | undefined => {
    // What is new has no Id: the appliance names it by its place among the entries, from 1.
    const entry = entryOf(line);
    const id = entry?.kind === 'edit' ? entry.jumpItemId : String(place + 1);
    return byId.get(id) ?? byPlace.get(place);
  };
}

function importedLine(line: ImportLine, reason: Reason | undefined): ImportLine {
  if (reason === undefined) return { ...line, isDone: true };
  const { code, detail } = reason;
  return { ...line, refusal: { about: line.planned.name, code, detail } };
}
