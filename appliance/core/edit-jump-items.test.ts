import { describe, expect, test } from 'vitest';
import { MAX_REFUSED_NAMED, type RefusedItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { Presence } from '#app/domain/jump-item.ts';
import { MAX_ITEMS_IN_COMMAND, type PropertiesChange } from '#app/domain/jump-item-change.ts';
import {
  anOpId,
  createCoreFixture,
  jumpItemId,
  representativeId,
  SMALL_FLEET,
} from '../testing/core-fixture.ts';
import { ALL_USERS_GROUP, type GivenCommand, itemCommandsOf, outcome } from '../testing/item-commands.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;
const [TILLS, SERVERS] = ['team-tills', 'team-servers'] as JumpGroupId[];

function edit(
  fixture: Fixture,
  ids: string[],
  change: PropertiesChange,
  { as = 'anna', ...given }: GivenCommand & { as?: string } = {},
) {
  return itemCommandsOf(fixture, as).edit(ids, change, given);
}

test('R1.10 a change of several items is made on each, in one transaction', async () => {
  const fixture = await createCoreFixture();
  const commits: number[] = [];
  fixture.core.site.onCommitted((changes) =>
    commits.push(changes.filter(({ kind }) => kind === 'jump-item').length),
  );
  const answer = await edit(fixture, ['till', 'reception', 'rdp'], { tag: 'North', comments: 'moved' });
  expect(answer).toEqual(outcome(3));
  expect(commits).toEqual([3]);
  const changed = { tag: 'North', comments: 'moved', propertiesRev: 2 };
  expect(fixture.core.site.get('jump-item', 'till')).toMatchObject({ ...changed, name: 'Till' });
  expect(fixture.core.site.get('jump-item', 'rdp')).toMatchObject({ ...changed, name: 'Terminal server' });
});

test('R1.10 what an item has already is done, and leaves its revision alone', async () => {
  const fixture = await createCoreFixture();
  expect(await edit(fixture, ['till'], { name: 'Till', tag: null })).toEqual(outcome(1));
  expect(fixture.core.site.get('jump-item', 'till')?.propertiesRev).toBe(1);
});

test('R1.10 an offline and an uninstalled Jump Client are edited when that is what was seen', async () => {
  const fixture = await createCoreFixture();
  await fixture.core.jumpItems.change(jumpItemId('till'), { presence: 'offline' });
  await fixture.core.jumpItems.change(jumpItemId('reception'), { presence: 'uninstalled' });
  expect(await edit(fixture, ['till', 'reception'], { comments: 'here' })).toEqual(outcome(2));
});

test('a tag stays with its item when the item moves: tags are labels', async () => {
  const fixture = await createCoreFixture();
  await edit(fixture, ['till'], { tag: 'North' });
  await edit(fixture, ['till'], { jumpGroupId: ALL_USERS_GROUP });
  const moved = { jumpGroupId: 'all-users', tag: 'North', propertiesRev: 3 };
  expect(fixture.core.site.get('jump-item', 'till')).toMatchObject(moved);
});

describe('refusals of single items', () => {
  test('R7.7 a removed item and an invisible one are refused alike', async () => {
    const fixture = await createCoreFixture();
    const answer = await edit(fixture, ['nowhere', 'database', 'till'], { comments: 'x' });
    const notFound = { name: '', code: 'client-not-found', current: null } as const;
    const refused = ['nowhere', 'database'].map((id) => ({ jumpItemId: jumpItemId(id), ...notFound }));
    expect(answer).toEqual({ ok: true, value: { done: 1, refusedCount: 2, refused } });
    expect(fixture.core.site.get('jump-item', 'database')?.comments).toBe('');
  });

  test('not-permitted names the right, before all that is stale', async () => {
    const fixture = await createCoreFixture();
    const refused = {
      name: 'Till',
      code: 'not-permitted',
      detail: 'edit-jump-items',
      current: null,
    } as const;
    const stale = { propertiesRev: 0, presenceRev: 0 };
    const answer = await edit(fixture, ['till'], { comments: 'x' }, { as: 'cleo', seen: stale });
    expect(answer).toEqual(outcome(0, [refused]));
  });

  test('R1.13 a move out of another’s personal Jump Group, or into it, takes a right of its own', async () => {
    const fixture = await createCoreFixture();
    await fixture.core.site.transact((transaction) => {
      const dora = transaction.get('representative', representativeId('dora'));
      if (dora === undefined) throw new Error('no Dora');
      transaction.put('representative', dora.id, { ...dora, rights: [...dora.rights, 'edit-jump-items'] });
    });
    const detail = 'move-jump-items-of-others';
    const out = await edit(fixture, ['annas'], { jumpGroupId: ALL_USERS_GROUP }, { as: 'dora' });
    expect(out).toEqual(outcome(0, [{ code: 'not-permitted', detail }]));
    const into = { jumpGroupId: 'personal-anna' as JumpGroupId };
    expect(await edit(fixture, ['reception'], into, { as: 'dora' })).toEqual(
      outcome(0, [{ code: 'not-permitted', detail }]),
    );
    expect(await edit(fixture, ['annas'], { comments: 'seen' }, { as: 'dora' })).toEqual(outcome(1));
  });

  test('changed-meanwhile brings the item as it is now; nothing is overwritten unseen', async () => {
    const fixture = await createCoreFixture();
    await edit(fixture, ['till'], { comments: 'Ben was here' }, { as: 'ben' });
    const answer = await edit(
      fixture,
      ['till', 'reception'],
      { comments: 'x' },
      { seen: { propertiesRev: 1 } },
    );
    const current = fixture.core.site.get('jump-item', 'till') ?? null;
    expect(answer).toEqual(outcome(1, [{ name: 'Till', code: 'changed-meanwhile', current }]));
    expect(current?.comments).toBe('Ben was here');
  });

  test('a shortcut’s address is a property, a computer’s host name is not', async () => {
    const fixture = await createCoreFixture();
    for (const id of ['rdp', 'till']) {
      await fixture.core.jumpItems.change(jumpItemId(id), { hostname: 'elsewhere' });
    }
    const answer = await edit(fixture, ['rdp', 'till'], { comments: 'x' }, { seen: { propertiesRev: 1 } });
    expect(answer).toEqual(outcome(1, [{ name: 'Terminal server', code: 'changed-meanwhile' }]));
  });

  const since: [string, Presence, Partial<RefusedItem>[]][] = [
    ['R7.8 it went offline since', 'offline', [{ code: 'client-offline', current: null }]],
    ['R7.9 it was uninstalled since', 'uninstalled', [{ code: 'client-uninstalled', current: null }]],
    ['R7.16 a disabled one can be edited', 'disabled', []],
  ];
  for (const [title, presence, refused] of since) {
    test(title, async () => {
      const fixture = await createCoreFixture();
      await fixture.core.jumpItems.change(jumpItemId('till'), { presence });
      const answer = await edit(fixture, ['till'], { comments: 'x' }, { seen: { presenceRev: 1 } });
      expect(answer).toEqual(outcome(1 - refused.length, refused));
    });
  }

  test('an address is malformed for a Jump Client and changes a shortcut', async () => {
    const fixture = await createCoreFixture();
    const answer = await edit(fixture, ['till', 'rdp'], { hostname: '192.0.2.7', port: 3_390 });
    expect(answer).toEqual(outcome(1, [{ name: 'Till', code: 'malformed' }]));
    expect(fixture.core.site.get('jump-item', 'rdp')).toMatchObject({ hostname: '192.0.2.7', port: 3_390 });
  });
});

describe('refusals of the whole command', () => {
  test.each([
    ['that is not there', 'team-nobody'],
    ['that the representative may not see', SERVERS],
  ])('jump-group-not-found for a Jump Group %s', async (_, jumpGroupId) => {
    const fixture = await createCoreFixture();
    const answer = await edit(fixture, ['till'], { jumpGroupId: jumpGroupId as JumpGroupId });
    expect(answer).toEqual({ ok: false, code: 'jump-group-not-found' });
    expect(fixture.core.site.get('jump-item', 'till')?.jumpGroupId).toBe(TILLS);
  });

  test('op-id-reused for another change, or another command, under the same number', async () => {
    const fixture = await createCoreFixture();
    const opId = anOpId();
    await edit(fixture, ['till'], { comments: 'one' }, { opId });
    const reused = { ok: false, code: 'op-id-reused' };
    expect(await edit(fixture, ['till'], { comments: 'two' }, { opId })).toEqual(reused);
    const undo = { opId, repeated: false, undoneOpId: opId };
    expect(await itemCommandsOf(fixture, 'anna').requests['jump-items:undo'](undo)).toEqual(reused);
  });
});

describe('a command in parts', () => {
  async function manyItems(count: number) {
    const ids = Array.from({ length: count }, (_, index) => `item-${index}`);
    const jumpItems = ids.map((id) => ({ id, method: 'local-vnc' as const, name: id, jumpGroup: 'Tills' }));
    const fixture = await createCoreFixture({ ...SMALL_FLEET, jumpItems });
    const send = async (
      requests = itemCommandsOf(fixture, 'anna').requests,
      opId = anOpId(),
      repeated = false,
    ) => {
      const of = Math.ceil(count / 500);
      const answers = Array.from({ length: of }, (_, index) => {
        const items = ids.slice(index * 500, (index + 1) * 500).map((id) => ({
          jumpItemId: jumpItemId(id),
          seen: { propertiesRev: 1, presenceRev: null },
        }));
        const part = { number: index + 1, of };
        return requests['jump-items:edit']({ opId, repeated, part, change: { comments: 'all' }, items });
      });
      return Promise.all(answers);
    };
    return { fixture, send };
  }

  test('counts once and runs at its last part', async () => {
    const { fixture, send } = await manyItems(1_200);
    expect(await send()).toEqual([{ ok: true, value: null }, { ok: true, value: null }, outcome(1_200)]);
    expect([...fixture.core.site.all('performed-command')]).toHaveLength(1);
    expect(fixture.core.site.get('jump-item', 'item-1199')?.comments).toBe('all');
  });

  test('that was cut is sent again from its first part, and done once', async () => {
    const { fixture, send } = await manyItems(1_200);
    const opId = anOpId();
    const first = await send(itemCommandsOf(fixture, 'anna').requests, opId);
    const requests = itemCommandsOf(fixture, 'anna').requests;
    const began = await requests['watch:start']({ resume: null });
    expect(began.ok).toBe(true);
    expect(await send(requests, opId, true)).toEqual(first);
    expect(fixture.core.site.get('jump-item', 'item-7')?.propertiesRev).toBe(2);
  });

  test('of more items than a command may have is refused with the limit', async () => {
    const { send } = await manyItems(MAX_ITEMS_IN_COMMAND + 1);
    const answers = await send();
    const refused = { ok: false, code: 'too-many-items', detail: String(MAX_ITEMS_IN_COMMAND) };
    expect(answers.at(-1)).toEqual(refused);
  });

  test('whose items all changed meanwhile counts them all and names what fits a frame', async () => {
    const { fixture, send } = await manyItems(1_200);
    await send();
    const answers = await send();
    const last = answers.at(-1);
    if (!last?.ok || last.value === null) throw new Error('no outcome');
    expect(last.value).toMatchObject({ done: 0, refusedCount: 1_200 });
    expect(last.value.refused.length).toBeLessThanOrEqual(MAX_REFUSED_NAMED);
    expect(last.value.refused.length).toBeGreaterThan(100);
    expect(last.value.refused[0]?.current).toEqual(fixture.core.site.get('jump-item', 'item-0'));
    expect(last.value.refused.at(-1)).toMatchObject({ code: 'changed-meanwhile', current: null });
    expect(Buffer.byteLength(JSON.stringify(last))).toBeLessThan(60_000);
  });
});
