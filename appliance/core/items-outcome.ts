import { MAX_FRAME_BYTES } from '#app/contracts/appliance-protocol.ts';
import {
  type ItemsOutcome,
  MAX_REFUSED_NAMED,
  type RefusedItem,
  type RefusedLines,
} from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { runsOf } from '#app/domain/refused-runs.ts';
import { jsonBytes, recordJsonBytes } from './json-bytes.ts';
import type { UndoStep } from './site-records.ts';

/** What became of one item: it is done, with what takes it back where anything changed; or it was left as it is. */
export type ItemResult =
  | { readonly ok: true; readonly step: UndoStep | null }
  | { readonly ok: false; readonly refused: RefusedItem };

/** What the refused items may take of a frame; the rest is for the answer's envelope. */
const REFUSED_BYTES = MAX_FRAME_BYTES - 8 * 1024;
const COMMA = 1;
const NULL = 4;

export function itemDone(step: UndoStep | null): ItemResult {
  return { ok: true, step };
}

/** R7.7, the same for an item that is not there and for one that the representative may not see. */
export function itemNotFound(jumpItemId: JumpItemId): ItemResult {
  return { ok: false, refused: { jumpItemId, name: '', code: 'client-not-found', current: null } };
}

/** @param item the item, where the representative may see it */
export function itemRefused(
  item: JumpItem,
  { code, detail }: Pick<RefusedItem, 'code' | 'detail'>,
  current: JumpItem | null = null,
): ItemResult {
  const { id: jumpItemId, name } = item;
  return { ok: false, refused: { jumpItemId, name, code, ...(detail !== undefined && { detail }), current } };
}

/** The answer to a command on many items. What does not fit a frame is counted; names go before current rows. */
export function outcomeOf(results: readonly ItemResult[]): ItemsOutcome {
  const refused = results.flatMap((result) => (result.ok ? [] : [result.refused]));
  const done = results.length - refused.length;
  return { done, refusedCount: refused.length, refused: fitFrame(refused) };
}

/** The same for the lines of a file, of which none is only counted. */
export function linesOutcomeOf(
  results: readonly ItemResult[],
): ItemsOutcome & { readonly refusedLines: RefusedLines[] } {
  const outcome = outcomeOf(results);
  if (outcome.refused.length === outcome.refusedCount) return { ...outcome, refusedLines: [] };
  const refusedLines = refusedLinesOf(results);
  return { ...outcome, refused: fitFrame(outcome.refused, jsonBytes(refusedLines)), refusedLines };
}

/** Of each reason the places. Ten thousand lines of a few reasons take less than 50 KB, however they are mixed. */
function refusedLinesOf(results: readonly ItemResult[]): RefusedLines[] {
  const byReason = new Map<string, { refused: RefusedItem; places: number[] }>();
  results.forEach((result, place) => {
    if (result.ok) return;
    const { code, detail = '' } = result.refused;
    const same = byReason.get(`${code} ${detail}`);
    if (same === undefined) byReason.set(`${code} ${detail}`, { refused: result.refused, places: [place] });
    else same.places.push(place);
  });
  return [...byReason.values()].map(({ refused: { code, detail }, places }) => ({
    code,
    ...(detail !== undefined && { detail }),
    runs: runsOf(places),
  }));
}

/** What takes a command back, in the order in which it was done. */
export function stepsOf(results: readonly ItemResult[]): readonly UndoStep[] {
  return results.flatMap((result) => (result.ok && result.step !== null ? [result.step] : []));
}

/** @param taken bytes of the frame that are spoken for */
function fitFrame(refused: readonly RefusedItem[], taken = 0): RefusedItem[] {
  let left = REFUSED_BYTES - taken;
  const named: RefusedItem[] = [];
  for (const item of refused.slice(0, MAX_REFUSED_NAMED)) {
    const bytes = jsonBytes({ ...item, current: null }) + COMMA;
    if (bytes > left) break;
    left -= bytes;
    named.push(item);
  }
  return named.map((item) => {
    const bytes = item.current === null ? 0 : recordJsonBytes(item.current) - NULL;
    if (bytes > left) return { ...item, current: null };
    left -= bytes;
    return item;
  });
}
