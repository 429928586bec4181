import { PIN_ANSWER_MS } from '#app/contracts/customer-protocol.ts';
import type { Presence } from '#app/domain/jump-item.ts';
import type { Right } from '#app/domain/rights.ts';
import { ALL_USERS, type Fleet, type FleetJumpItem } from './fleet.ts';
import { makeLaptop, makeMeetingRoom, makeShortcut } from './make-office-items.ts';
import { makeServer } from './make-servers.ts';
import { makeHandheld, makeShopComputer } from './make-shop-items.ts';
import { createRandomSource, type RandomSource } from './random-source.ts';

export const TEAMS = ['Head Office', 'Servers', 'Stores'] as const;

const CHANGE_RIGHTS: Right[] = [
  'jump-to-jump-items',
  'create-jump-items',
  'edit-jump-items',
  'remove-jump-items',
];

const ACCOUNTS: Fleet['accounts'] = [
  {
    username: 'admin',
    displayName: 'Dana Whitfield',
    rights: [...CHANGE_RIGHTS, 'move-jump-items-of-others', 'view-personal-groups-of-others'],
    teams: [...TEAMS],
  },
  {
    username: 'tkowalski',
    displayName: 'Tomasz Kowalski',
    rights: [...CHANGE_RIGHTS, 'view-personal-groups-of-team-members'],
    teams: ['Stores', 'Head Office'],
  },
  { username: 'msato', displayName: 'Mika Satō', rights: ['jump-to-jump-items'], teams: ['Servers'] },
  { username: 'jreyes', displayName: 'Julia Reyes', rights: [], teams: ['Stores'] },
];

/** How one kind of computer is made; `index` counts the items of this kind. */
export type MakeItem = (index: number, random: RandomSource) => FleetJumpItem;

/** Of every hundred items so many are made this way. */
const KINDS: readonly (readonly [number, MakeItem])[] = [
  [42, makeShopComputer],
  [8, makeHandheld],
  [17, makeServer],
  [20, makeLaptop],
  [6, makeMeetingRoom],
  [7, makeShortcut],
];

/**
 * Makes up a site: the same number and seed give the same one. Its items come interleaved, so that any number of
 * them looks like a whole company.
 */
export function generateFleet({ items, seed }: { items: number; seed: number }): Fleet {
  const random = createRandomSource(seed);
  const counts = KINDS.map(() => 0);
  const jumpItems: FleetJumpItem[] = [];
  for (let made = 0; made < items; made += 1) {
    const kind = pickKind(random.next() * 100);
    const index = counts[kind] ?? 0;
    counts[kind] = index + 1;
    jumpItems.push(withPresence((KINDS[kind]?.[1] ?? makeLaptop)(index, random), random));
  }
  return {
    siteName: 'Fellside Outfitters Support',
    teams: [...TEAMS],
    accounts: ACCOUNTS,
    installers: [
      { jumpGroup: ALL_USERS, tag: null, comments: '' },
      { jumpGroup: 'Servers', tag: null, comments: '' },
    ],
    limits: { deployable: null, activeDeployable: null },
    askBeforePin: true,
    pinAnswerSeconds: PIN_ANSWER_MS / 1_000,
    jumpItems,
  };
}

function pickKind(percent: number): number {
  let sum = 0;
  return Math.max(
    0,
    KINDS.findIndex(([share]) => {
      sum += share;
      return percent < sum;
    }),
  );
}

/** Most computers are there; some are not, and a few are so in each possible way. */
function withPresence(item: FleetJumpItem, random: RandomSource): FleetJumpItem {
  const lastAccessed = random.chance(35) ? null : anAge(random, 120);
  if (item.method !== 'jump-client') return { ...item, lastAccessed };
  const draw = random.whole(1, 100);
  const presence: Presence =
    draw <= 78 ? 'online' : draw <= 93 ? 'offline' : draw <= 97 ? 'disabled' : 'uninstalled';
  const passive = presence === 'online' && random.chance(5);
  const presenceSince = anAge(random, presence === 'online' ? 12 : 90);
  return {
    ...item,
    lastAccessed,
    presence,
    connection: passive ? 'passive' : 'active',
    presenceSince,
    booted: presence === 'online' ? presenceSince : null, // it has been there since it was switched on
  };
}

function anAge(random: RandomSource, mostDays: number): string {
  if (random.chance(15)) return `${random.whole(2, 59)}m`;
  if (random.chance(35)) return `${random.whole(1, 23)}h`;
  return `${random.whole(1, mostDays)}d`;
}
