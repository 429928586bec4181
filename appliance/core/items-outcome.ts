import { MAX_FRAME_BYTES } from '#app/contracts/appliance-protocol.ts';
import { type ItemsOutcome, MAX_REFUSED_NAMED, type RefusedItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
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

/** What takes a command back, in the order in which it was done. */
export function stepsOf(results: readonly ItemResult[]): readonly UndoStep[] {
  return results.flatMap((result) => (result.ok && result.step !== null ? [result.step] : []));
}

function fitFrame(refused: readonly RefusedItem[]): RefusedItem[] {
  let left = REFUSED_BYTES;
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
