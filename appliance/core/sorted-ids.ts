/** Ids in ascending order, sorted again only when somebody reads them after a change. */
export function createSortedIds<Id extends string>() {
  let ids: Id[] = [];
  let sorted = true;
  const removed = new Set<Id>();
  return {
    add(id: Id) {
      if (removed.delete(id)) return; // still in the list: it was not read since
      sorted &&= ids.length === 0 || (ids.at(-1) ?? '') < id;
      ids.push(id);
    },
    remove(id: Id) {
      removed.add(id);
    },
    list(): readonly Id[] {
      if (removed.size > 0) {
        ids = ids.filter((id) => !removed.has(id));
        removed.clear();
      }
      if (!sorted) {
        ids = ids.toSorted(compareIds); // a new list: whoever walks the old one is not disturbed
        sorted = true;
      }
      return ids;
    },
  };
}

function compareIds(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** The index of the first id after `cursor` in ascending ids. */
export function indexAfter(ids: readonly string[], cursor: string): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? '') <= cursor) low = middle + 1;
    else high = middle;
  }
  return low;
}
