import { createSummaryCounter } from '#app/domain/jump-item-summary.ts';
import type { JumpItemRow } from './jump-item-row.ts';
import type { CountedRows } from './listings.ts';
import type { Swap } from './merge-rows.ts';

/** So many texts are joined to one. */
const ROWS_IN_BLOCK = 256;
/** A block of which less than this share is left is given up: its rows are looked at one by one. */
const SMALLEST_SHARE_LEFT = 1 / 4;
/** When more than this share of all slots is empty, all is written anew: of 100,000 rows after 700,000 changes. */
const LARGEST_SHARE_GONE = 7 / 8;
/** Rows that are less than this share of all are looked at one by one. */
const SMALL_SHARE = 1 / 8;
/** A text that has it is not looked for in blocks: it could be found across two rows. */
const BETWEEN_ROWS = '\0';

/** What must hold of a row. */
export type Demand = {
  /** Its haystack contains this; null: whatever it contains. */
  readonly text: string | null;
  /** And this holds; null: nothing else. */
  readonly rest: ((row: JumpItemRow) => boolean) | null;
};

/**
 * The texts of some rows, one behind the other; null: given up. `starts` says where each begins, and where a next one
 * would.
 */
type Block = { text: string | null; readonly starts: Int32Array; rowsLeft: number };

export type MemoryOrder = ReturnType<typeof createMemoryOrder>;

/**
 * All rows in the order in which they were made, with their texts in long pieces. To fetch 100,000 rows and their texts
 * one by one from all over memory, as a sorted list has them, takes several times as long as to run through pieces that
 * lie beside each other. So a search marks what it finds there, and then picks the marked rows of the sorted list.
 */
export function createMemoryOrder(rowsInBlock = ROWS_IN_BLOCK) {
  /** A row stands at its `slot`; null where it has gone. A changed row comes anew: no piece is ever written twice. */
  let rows: (JumpItemRow | null)[] = [];
  let blocks: Block[] = [];
  let gone = 0;
  /** Of sorted rows, the slot of each. */
  let slotsBy = new WeakMap<readonly JumpItemRow[], Int32Array>();

  function slotsOf(sorted: readonly JumpItemRow[]): Int32Array {
    const known = slotsBy.get(sorted);
    if (known !== undefined) return known;
    const slots = Int32Array.from(sorted, ({ slot }) => slot);
    slotsBy.set(sorted, slots);
    return slots;
  }

  function add(row: JumpItemRow): void {
    row.slot = rows.length;
    rows.push(row);
    if (rows.length % rowsInBlock === 0) blocks.push(blockOf(rows.slice(-rowsInBlock)));
  }

  function clear(): void {
    rows = [];
    blocks = [];
    gone = 0;
    slotsBy = new WeakMap();
  }

  /** Writes all anew: without those that have gone, and with what the rows' texts have become. */
  function rewrite(): void {
    const before = rows;
    clear();
    for (const row of before) if (row !== null) add(row);
  }

  /** Takes the marks from rows that do not contain the text. */
  function unmarkWithout(text: string, marks: Uint8Array): void {
    for (let first = 0; first < rows.length; first += rowsInBlock) {
      const block = blocks[first / rowsInBlock];
      const contained = block?.text ? rowsContaining(text, block.text, block.starts) : null;
      const end = Math.min(first + rowsInBlock, rows.length);
      for (let slot = first; slot < end; slot += 1) {
        if (marks[slot] === 0) continue;
        const isContained =
          contained === null ? rows[slot]?.haystack.includes(text) : contained[slot - first] === 1;
        if (isContained !== true) marks[slot] = 0;
      }
    }
  }

  return {
    add,
    /** @param row one that was added; when `narrow` is called next it is in no list any more */
    remove(row: JumpItemRow): void {
      rows[row.slot] = null;
      gone += 1;
      const block = blocks[Math.floor(row.slot / rowsInBlock)];
      if (block !== undefined) {
        block.rowsLeft -= 1;
        if (block.rowsLeft < rowsInBlock * SMALLEST_SHARE_LEFT) block.text = null;
      }
      if (gone > rows.length * LARGEST_SHARE_GONE) rewrite();
    },
    clear,
    rewrite,
    /**
     * Sorted rows have become others: at some places another row stands, or they moved (null). Nobody narrows those that
     * were before: what is known of them is handed on, because a copy for each change costs long pauses later.
     */
    follow(
      before: readonly JumpItemRow[],
      after: readonly JumpItemRow[],
      swaps: readonly Swap[] | null,
    ): void {
      const slots = slotsBy.get(before);
      if (slots === undefined || before === after) return;
      slotsBy.delete(before);
      if (swaps === null) return;
      for (const { row, place } of swaps) slots[place] = row.slot;
      slotsBy.set(after, slots);
    },
    /** Those of sorted rows of which it holds, in their order, found and counted in one walk. */
    narrow(sorted: readonly JumpItemRow[], { text, rest }: Demand): CountedRows {
      const isSmall = sorted.length < (rows.length - gone) * SMALL_SHARE;
      if (isSmall || text?.includes(BETWEEN_ROWS)) return narrowOneByOne(sorted, { text, rest });
      const slots = slotsOf(sorted);
      const marks = new Uint8Array(rows.length);
      for (const slot of slots) marks[slot] = 1;
      if (text !== null) unmarkWithout(text, marks);
      const counter = createSummaryCounter();
      let count = 0;
      for (let slot = 0; slot < marks.length; slot += 1) {
        if (marks[slot] === 0) continue;
        const row = rows[slot] as JumpItemRow;
        if (rest !== null && !rest(row)) {
          marks[slot] = 0;
          continue;
        }
        counter.count(row.bucket, 1);
        count += 1;
      }
      const found: JumpItemRow[] = [];
      const foundSlots = new Int32Array(count);
      for (let place = 0; place < slots.length; place += 1) {
        const slot = slots[place] as number;
        if (marks[slot] === 0) continue;
        foundSlots[found.length] = slot;
        found.push(sorted[place] as JumpItemRow);
      }
      slotsBy.set(found, foundSlots);
      return { rows: found, counter };
    },
  };
}

function blockOf(rows: readonly (JumpItemRow | null)[]): Block {
  const texts = rows.map((row) => row?.haystack ?? '');
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, row) => {
    starts[row + 1] = (starts[row] as number) + text.length + BETWEEN_ROWS.length;
  });
  return { text: texts.join(BETWEEN_ROWS), starts, rowsLeft: rows.filter((row) => row !== null).length };
}

/** Which rows of a block contain the text, 1 for each. */
function rowsContaining(text: string, texts: string, starts: Int32Array): Uint8Array {
  const contained = new Uint8Array(starts.length - 1);
  let row = 0;
  while (row < contained.length) {
    const at = texts.indexOf(text, starts[row]);
    if (at === -1) break;
    while ((starts[row + 1] as number) <= at) row += 1;
    contained[row] = 1;
    row += 1;
  }
  return contained;
}

function narrowOneByOne(rows: readonly JumpItemRow[], { text, rest }: Demand): CountedRows {
  const found: JumpItemRow[] = [];
  const counter = createSummaryCounter();
  for (const row of rows) {
    if (text !== null && !row.haystack.includes(text)) continue;
    if (rest !== null && !rest(row)) continue;
    found.push(row);
    counter.count(row.bucket, 1);
  }
  return { rows: found, counter };
}
