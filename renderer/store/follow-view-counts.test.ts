import { expect, test } from 'vitest';
import type { SavedView } from '#app/contracts/preferences.ts';
import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { aJumpClient, allUsersGroupId, teamGroupId } from '../test-support/jump-items.ts';
import { followViewCounts, type ViewCounts } from './follow-view-counts.ts';
import { createJumpItemRows } from './jump-item-rows.ts';
import { searchWords } from './search-words.ts';

const layout = { columns: [], sorting: [] };
const offline: SavedView = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Offline',
  searchText: 'status:offline',
  scopes: [{ kind: 'all' }],
  layout,
};
const team: SavedView = {
  ...offline,
  id: '00000000-0000-4000-8000-000000000002',
  searchText: '',
  scopes: [{ kind: 'group', jumpGroupId: teamGroupId, tag: null }],
};

type FakeWindow = {
  now: number;
  work: ((deadline: { timeRemaining(): number }) => void) | null;
  look: () => void;
};

/** A window whose idle time and clock the test hands out. */
function setUp(itemCount: number) {
  const rows = createJumpItemRows(
    {
      scopes: [{ kind: 'all' }],
      terms: [],
      searchFields: SEARCH_FIELDS,
      sorting: [],
      groupLabels: new Map([[teamGroupId, 'Field support']]),
    },
    searchWords,
  );
  const items = Array.from({ length: itemCount }, (_, place) =>
    aJumpClient(`ji-${place}`, {
      presence: place % 2 === 0 ? 'offline' : 'online',
      jumpGroupId: place % 4 === 0 ? teamGroupId : allUsersGroupId,
    }),
  );
  rows.apply({ upserted: items, removed: [] });
  rows.publish();
  const told: ViewCounts[] = [];
  const window: FakeWindow = { now: 1_000, work: null, look: () => undefined };
  const end = followViewCounts({
    rows,
    views: [offline, team],
    searchWords,
    now: () => window.now,
    aheadMs: () => 0,
    idle(work) {
      window.work = work;
      return () => {
        window.work = null;
      };
    },
    every(_, look) {
      window.look = look;
      return () => {
        window.look = () => undefined;
      };
    },
    tell: (counts) => told.push(counts),
  });
  /** @param spans how many slices there is time for */
  const beIdle = (spans: number) => {
    const { work } = window;
    window.work = null;
    let left = spans;
    work?.({
      timeRemaining: () => {
        left -= 1;
        return left >= 0 ? 50 : 0;
      },
    });
  };
  return { rows, window, told, beIdle, end };
}

test('views are counted in slices of idle time, and told once all rows were looked at', () => {
  const { beIdle, told } = setUp(1_200);
  beIdle(1);
  beIdle(1);
  expect(told).toEqual([]);
  beIdle(1);
  expect(told).toEqual([
    {
      counts: new Map([
        [offline.id, 600],
        [team.id, 300],
      ]),
      countedAt: 1_000,
      isOld: false,
    },
  ]);
});

test('what changed is counted at the next look; without idle time the count says that it is old', () => {
  const { beIdle, rows, told, window } = setUp(4);
  beIdle(9);
  window.look();
  expect(window.work).toBeNull();
  rows.apply({ upserted: [aJumpClient('ji-1', { presence: 'offline' })], removed: [] });
  rows.publish();
  window.now += 2_000;
  window.look();
  window.now += 10_000;
  window.look();
  expect(told.at(-1)).toMatchObject({ isOld: true, countedAt: 1_000 });
  window.look();
  expect(told).toHaveLength(2);
  beIdle(9);
  expect(told.at(-1)).toMatchObject({ isOld: false, countedAt: 3_000 });
  expect(told.at(-1)?.counts.get(offline.id)).toBe(3);
});

test('a minute later it is counted anew: dates change with the clock alone', () => {
  const { beIdle, window } = setUp(4);
  beIdle(9);
  window.now += 60_000;
  window.look();
  expect(window.work).not.toBeNull();
});

test('nothing is counted while the list is still loading, or after the end', () => {
  const { beIdle, end, rows, told, window } = setUp(4);
  beIdle(9);
  rows.beginSnapshot(9);
  rows.publish();
  window.now += 2_000;
  window.look();
  expect(window.work).toBeNull();
  rows.endSnapshot();
  rows.publish();
  window.look();
  end();
  expect(window.work).toBeNull();
  expect(told).toHaveLength(1);
});
