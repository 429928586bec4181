import type { SavedView } from '#app/contracts/preferences.ts';
import { isInScopes } from '#app/domain/jump-item-scope.ts';
import type { SearchWords } from '#app/domain/jump-item-search.ts';
import { matchesQuery } from '#app/domain/search-match.ts';
import { parseSearchQuery } from '#app/domain/search-query.ts';
import type { JumpItemRow } from './jump-item-row.ts';
import type { JumpItemRows } from './jump-item-rows.ts';
import { searchScopeOf } from './listings.ts';

/** How many items each saved view has, as they were counted last. */
export type ViewCounts = {
  readonly counts: ReadonlyMap<string, number>;
  /** On this computer's clock. */
  readonly countedAt: number;
  /** Items have changed since, and there was no idle time to count them again. */
  readonly isOld: boolean;
};

export const NOT_COUNTED: ViewCounts = { counts: new Map(), countedAt: 0, isOld: false };

type Idle = (work: (deadline: { timeRemaining(): number }) => void) => () => void;

type Options = {
  rows: JumpItemRows;
  views: readonly SavedView[];
  searchWords: SearchWords;
  /** This computer's time. */
  now: () => number;
  /** The appliance's clock minus this computer's: dates in a search go by the appliance's. */
  aheadMs: () => number;
  /** Runs the work once the window has nothing else to do. @returns a function that takes it back */
  idle: Idle;
  /** Calls again and again, so many milliseconds apart. @returns a function that ends it */
  every: (ms: number, call: () => void) => () => void;
  tell: (counts: ViewCounts) => void;
};

/** How often is looked whether there is something to count. */
const LOOK_MS = 2_000;
/** A view of dates changes with the clock alone. */
const AGAIN_MS = 60_000;
const OLD_MS = 10_000;
/** So many rows are looked at between two looks at the clock, and so much of an idle span is left alone. */
const SLICE = 500;
const SPARE_MS = 3;

/**
 * Counts what saved views list, in slices while the window is idle: it takes nothing from typing, scrolling and live
 * changes, and a count may be some seconds behind them.
 * @returns a function that ends it
 */
export function followViewCounts({
  rows,
  views,
  searchWords,
  now,
  aheadMs,
  idle,
  every,
  tell,
}: Options): () => void {
  let told = NOT_COUNTED;
  let isDue = true;
  let startedAt = 0;
  let endPass: (() => void) | null = null;

  function begin(): void {
    const { query, loading } = rows.getList();
    if (loading !== null) return;
    isDue = false;
    const countedAt = now();
    startedAt = countedAt;
    const scope = searchScopeOf(query, searchWords, rows.duplicateOf);
    const passes = views.map(({ searchText, scopes }) => {
      const { terms } = parseSearchQuery(searchText, countedAt + aheadMs());
      return (row: JumpItemRow) => isInScopes(row.item, scopes) && matchesQuery(row, terms, scope);
    });
    endPass = countInSlices(rows.all(), passes, idle, (numbers) => {
      endPass = null;
      const counts = new Map(views.map(({ id }, place) => [id, numbers[place] ?? 0]));
      told = { counts, countedAt, isOld: false };
      tell(told);
    });
  }

  function look(): void {
    const age = now() - startedAt;
    if (endPass === null) {
      if (isDue || age >= AGAIN_MS) begin();
    } else if (age >= OLD_MS && !told.isOld && told !== NOT_COUNTED) {
      told = { ...told, isOld: true };
      tell(told);
    }
  }

  const endRows = rows.subscribe(() => {
    isDue = true;
  });
  const endLooks = every(LOOK_MS, look);
  look();
  return () => {
    endRows();
    endLooks();
    endPass?.();
  };
}

type Pass = (row: JumpItemRow) => boolean;

/** @returns a function that ends it before it is done */
function countInSlices(
  all: readonly JumpItemRow[],
  passes: readonly Pass[],
  idle: Idle,
  done: (numbers: readonly number[]) => void,
): () => void {
  const numbers = passes.map(() => 0);
  let place = 0;
  let end = idle(function goOn(deadline) {
    while (place < all.length && deadline.timeRemaining() > SPARE_MS) {
      const slice = all.slice(place, place + SLICE);
      for (const [view, isOf] of passes.entries()) {
        for (const row of slice) if (isOf(row)) numbers[view] = (numbers[view] ?? 0) + 1;
      }
      place += SLICE;
    }
    if (place >= all.length) done(numbers);
    else end = idle(goOn);
  });
  return () => end();
}
