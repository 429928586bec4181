import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  nat,
  oneof,
  record,
} from 'fast-check';
import { expect, test } from 'vitest';
import { REMOVAL_HELD_MS } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId, OpId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { type ConsoleMirror, createConsoleMirror } from '../testing/console-mirror.ts';
import {
  anOpId,
  createCoreFixture,
  representativeId,
  settled,
  silentTransport,
} from '../testing/core-fixture.ts';
import { authorizeOnItem } from './authorize.ts';

const NAMES = ['anna', 'ben'] as const;
type Name = (typeof NAMES)[number];
const name = constantFrom(...NAMES);
const ALL_USERS = 'all-users' as JumpGroupId;
const GROUPS = [ALL_USERS, ...(['team-tills', 'team-servers'] as JumpGroupId[])];

const step = oneof(
  record({ act: constant('remove' as const), name, item: nat(4), also: nat(4), stale: boolean() }),
  record({ act: constant('edit' as const), name, item: nat(4), group: nat(2) }),
  record({ act: constant('undo' as const), name, last: nat(3) }),
  record({ act: constant('move' as const), teams: nat(3) }),
  record({ act: constant('pass' as const), ms: constantFrom(10, 900, 5_000, 10_000) }),
  record({ act: constantFrom('read' as const, 'acknowledge' as const), name }),
);
type Step = typeof step extends { generate: (...given: never[]) => { value: infer S } } ? S : never;

async function aSite() {
  const fixture = await createCoreFixture();
  const { core } = fixture;
  const consoleOf = (who: Name) => ({
    requests: core.connectConsole(representativeId(who), silentTransport).requests,
    mirror: createConsoleMirror(core, representativeId(who), () => undefined),
    sent: [] as OpId[],
  });
  const consoles = { anna: consoleOf('anna'), ben: consoleOf('ben') };
  for (const who of NAMES) consoles[who].mirror.connect();
  return { ...fixture, consoles, itemIds: [...core.site.all('jump-item')].map(({ id }) => id) };
}
type Aimed = Awaited<ReturnType<typeof aSite>>;

/** What is asked for is what the appliance has now, or one revision behind. */
function aimedAt({ core, itemIds }: Aimed, numbers: number[], behind = 0) {
  return [...new Set(numbers)].map((number) => {
    const jumpItemId = itemIds[number % itemIds.length] ?? itemIds[0];
    if (jumpItemId === undefined) throw new Error('no item');
    const propertiesRev = (core.site.get('jump-item', jumpItemId)?.propertiesRev ?? 1) - behind;
    return { jumpItemId, seen: { propertiesRev, presenceRev: null } };
  });
}

async function take(site: Aimed, one: Step): Promise<unknown> {
  const given = { repeated: false, part: { number: 1, of: 1 } };
  switch (one.act) {
    case 'pass':
      site.environment.advance(one.ms);
      return settled(site);
    case 'move':
      return moveBen(
        site,
        GROUPS.slice(1).filter((_, bit) => (one.teams & (1 << bit)) !== 0),
      );
    case 'read':
    case 'acknowledge':
      return site.consoles[one.name].mirror[one.act]();
    default: {
      const { requests, sent } = site.consoles[one.name];
      const opId = anOpId();
      if (one.act === 'undo') {
        const undoneOpId = sent.at(-1 - one.last) ?? opId;
        return requests['jump-items:undo']({ opId, repeated: false, undoneOpId });
      }
      sent.push(opId);
      if (one.act === 'edit') {
        const change = { comments: `by ${one.name}`, jumpGroupId: GROUPS[one.group] ?? ALL_USERS };
        const items = aimedAt(site, [one.item]);
        return requests['jump-items:edit']({ opId, ...given, change, items });
      }
      const items = aimedAt(site, [one.item, one.also], one.stale ? 1 : 0);
      return requests['jump-items:remove']({ opId, ...given, items });
    }
  }
}

/** Ben gains and loses teams: his undo may have to bring items back to Personal. */
async function moveBen({ core }: Aimed, teamIds: JumpGroupId[]) {
  await core.site.transact((transaction) => {
    const ben = transaction.get('representative', representativeId('ben'));
    if (ben !== undefined) transaction.put('representative', ben.id, { ...ben, teamIds });
  });
}

function readEverything({ environment }: Aimed, mirror: ConsoleMirror) {
  for (let quiet = 0; quiet < 3; ) {
    quiet = mirror.read() ? 0 : quiet + 1;
    mirror.acknowledge();
    environment.advance(60);
  }
}

function visibleTo({ core }: Aimed, who: Name): Map<string, JumpItem> {
  const sees = (item: JumpItem) => authorizeOnItem(core.site, representativeId(who), item, 'see').visible;
  return new Map([...core.site.all('jump-item')].filter(sees).map((item) => [item.id, item]));
}

test('R1.9 R1.11 whatever two representatives remove, edit and take back, both consoles show the site', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 40 }), async (steps) => {
      const site = await aSite();
      const { core, itemIds, environment, consoles, failures } = site;
      const isListed = (id: string) => core.site.get('jump-item', id) !== undefined;
      const isHeld = (id: string) => core.site.get('removed-jump-item', id) !== undefined;
      const gone = new Set<string>();
      for (const one of steps) {
        await take(site, one);
        expect(itemIds.filter((id) => isListed(id) && isHeld(id))).toEqual([]);
        for (const id of itemIds) if (!isListed(id) && !isHeld(id)) gone.add(id);
        expect([...gone].filter((id) => isListed(id) || isHeld(id))).toEqual([]);
      }
      for (const who of NAMES) {
        readEverything(site, consoles[who].mirror);
        expect(new Map(consoles[who].mirror.rows)).toEqual(visibleTo(site, who));
      }
      environment.advance(REMOVAL_HELD_MS);
      await settled(site);
      expect([...core.site.all('removed-jump-item')]).toEqual([]);
      expect(failures).toEqual([]);
    }),
    { numRuns: 500, seed: 11 },
  );
}, 60_000);
