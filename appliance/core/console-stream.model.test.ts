import { array, assert, asyncProperty, constant, constantFrom, nat, oneof, record } from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_FRAME_BYTES, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import { type ConsoleMirror, createConsoleMirror } from '../testing/console-mirror.ts';
import { createCoreFixture, jumpItemId, representativeId } from '../testing/core-fixture.ts';
import { authorizeOnItem } from './authorize.ts';
import { newJumpClient } from './new-jump-item.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;
const anna = representativeId('anna');
const GROUPS = ['all-users', 'team-tills', 'team-servers', 'personal-anna', 'personal-ben'] as const;
const group = constantFrom(...GROUPS);
const TEAMS = ['team-tills', 'team-servers'] as JumpGroupId[];

const step = oneof(
  record({ act: constant('put' as const), id: nat(40), group, size: nat(3) }),
  record({ act: constant('remove' as const), id: nat(40) }),
  record({ act: constant('rights' as const), teams: nat(3), others: nat(1) }),
  record({ act: constant('pass' as const), ms: constantFrom(10, 60, 900, 130_000) }),
  record({ act: constantFrom('read' as const, 'acknowledge' as const, 'connect' as const) }),
  record({ act: constantFrom('read' as const, 'acknowledge' as const, 'disconnect' as const) }),
);
type Step = typeof step extends { generate: (...given: never[]) => { value: infer S } } ? S : never;

/** A row that came in sight before the first page arrived was told too early, and its removal never. */
const ONCE_WRONG: Step[] = [
  { act: 'rights', teams: 3, others: 1 },
  { act: 'disconnect' },
  { act: 'connect' },
  { act: 'remove', id: 9 },
];

function itemId(number: number): JumpItemId {
  return jumpItemId(`item-${String(number).padStart(2, '0')}`);
}

/** `size` makes the row large enough for a snapshot of a few pages. */
async function put({ core, environment }: Fixture, number: number, groupId: string, size: number) {
  const item = newJumpClient({
    id: itemId(number),
    name: `Item ${number}`,
    hostname: '',
    jumpGroupId: groupId as JumpGroupId,
    tag: null,
    comments: '😀'.repeat(size * 1_000),
    presenceSince: environment.clock.now(),
  });
  await core.site.transact((transaction) => transaction.put('jump-item', item.id, item));
}

async function setRights({ core }: Fixture, teams: number, others: boolean) {
  await core.site.transact((transaction) => {
    const before = transaction.get('representative', anna);
    if (before === undefined) throw new Error('no Anna');
    const teamIds = TEAMS.filter((_, bit) => (teams & (1 << bit)) !== 0);
    const rights = others ? ['view-personal-groups-of-others' as const] : [];
    transaction.put('representative', anna, { ...before, teamIds, rights });
  });
}

async function take(fixture: Fixture, mirror: ConsoleMirror, one: Step): Promise<unknown> {
  switch (one.act) {
    case 'put':
      return put(fixture, one.id, one.group, one.size);
    case 'remove':
      return fixture.core.jumpItems.remove(itemId(one.id));
    case 'rights':
      return setRights(fixture, one.teams, one.others === 1);
    case 'pass':
      return fixture.environment.advance(one.ms);
    default:
      return mirror[one.act]();
  }
}

function readEverything({ environment }: Fixture, mirror: ConsoleMirror) {
  mirror.connect();
  for (let quiet = 0; quiet < 3; ) {
    quiet = mirror.read() ? 0 : quiet + 1;
    mirror.acknowledge();
    environment.advance(60);
  }
}

test('R1.11 whatever happens, the console shows in the end exactly what its representative may see', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 60 }), async (steps) => {
      const fixture = await createCoreFixture();
      const sees = (item: Parameters<typeof authorizeOnItem>[2]) =>
        authorizeOnItem(fixture.core.site, anna, item, 'see').visible;
      const mirror = createConsoleMirror(fixture.core, anna, (message: StreamMessage) => {
        expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(MAX_FRAME_BYTES);
        expect((message.jumpItems?.upserted ?? []).every(sees)).toBe(true);
      });
      for (let number = 0; number < 40; number += 3) {
        await put(fixture, number, GROUPS[number % GROUPS.length] ?? 'all-users', 2);
      }
      mirror.connect();
      for (const one of steps) await take(fixture, mirror, one);
      readEverything(fixture, mirror);
      const visible = [...fixture.core.site.all('jump-item')].filter(sees);
      expect(new Map(mirror.rows)).toEqual(new Map(visible.map((item) => [item.id, item])));
    }),
    { numRuns: 1_000, seed: 7, examples: [[ONCE_WRONG]] },
  );
}, 60_000);
