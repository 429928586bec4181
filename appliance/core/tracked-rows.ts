import { jsonBytes } from './json-bytes.ts';

/** What one message tells of one kind of row: which, and those that are there as JSON. */
export type RowsCut<Id> = { readonly upserted: Id[]; readonly rowsJson: string[]; readonly removed: Id[] };

export const nothingCut = <Id>(): RowsCut<Id> => ({ upserted: [], rowsJson: [], removed: [] });

/** The bytes that a message may still take. */
export type ByteBudget = { left: number };

type Options<Id extends string, Row extends object> = {
  /** The row as this console may see it at this moment; undefined when it is gone or not visible. */
  read(id: Id): Row | undefined;
};

export type TrackedRows<Id extends string, Row extends object> = ReturnType<
  typeof createTrackedRows<Id, Row>
>;

const COMMA = 1;

/**
 * What one console knows of one kind of row, and which of it may be out of date. Only ids are kept: rows and
 * rights are read when a message is cut. A row that the console never got is never named to it.
 */
export function createTrackedRows<Id extends string, Row extends object>({ read }: Options<Id, Row>) {
  const known = new Set<Id>();
  const due = new Set<Id>();
  /** Of those, what is told before all else, however much waits. */
  const urgent = new Set<Id>();

  /** Puts the row into the message. False when the budget has no room for it. */
  const tell = (id: Id, cut: RowsCut<Id>, budget: ByteBudget): boolean => {
    const row = read(id);
    if (row === undefined && !known.has(id)) return true;
    const rowJson = row && JSON.stringify(row);
    const cost = COMMA + (rowJson === undefined ? jsonBytes(id) : Buffer.byteLength(rowJson));
    if (cost > budget.left) return false;
    budget.left -= cost;
    if (rowJson === undefined) {
      known.delete(id);
      cut.removed.push(id);
    } else {
      known.add(id);
      cut.upserted.push(id);
      cut.rowsJson.push(rowJson);
    }
    return true;
  };

  return {
    tell,
    /** Notes that a row may be out of date; a row that waits already is told once, as it is then. */
    mark(id: Id, isUrgent = false) {
      due.add(id);
      if (isUrgent) urgent.add(id);
    },
    hasDue: () => due.size > 0,
    countDue: () => due.size,
    /** Tells of what has changed, as much as the budget allows. */
    cut(cut: RowsCut<Id>, budget: ByteBudget): void {
      for (const waiting of [urgent, due]) {
        for (const id of waiting) {
          if (!tell(id, cut, budget)) return;
          urgent.delete(id);
          due.delete(id);
        }
      }
    },
    /** Takes back a message that did not arrive. Rows for which `comesAgain` holds need no mark. */
    takeBack(lost: { upserted: readonly Id[]; removed: readonly Id[] }, comesAgain: (id: Id) => boolean) {
      for (const id of lost.removed) {
        known.add(id);
        due.add(id);
      }
      for (const id of lost.upserted) {
        due.add(id);
        if (comesAgain(id)) known.delete(id);
      }
      for (const id of due) {
        if (!comesAgain(id)) continue;
        due.delete(id); // told twice, it would be told too early
        urgent.delete(id);
      }
    },
  };
}
