import { describe, expect, test } from 'vitest';
import type { ItemsOutcome, SeenItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { Presence } from '#app/domain/jump-item.ts';
import type { Right } from '#app/domain/rights.ts';
import {
  anOpId,
  createCoreFixture,
  jumpItemId,
  representativeId,
  silentTransport,
} from '../testing/core-fixture.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;
const WHOLE = { number: 1, of: 1 };

function remove({ core }: Fixture, ids: string[], as = 'anna', seen: Partial<SeenItem['seen']> = {}) {
  const opId = anOpId();
  const items = ids.map((id) => ({
    jumpItemId: jumpItemId(id),
    seen: { propertiesRev: 1, presenceRev: 1, ...seen },
  }));
  const { requests } = core.connectConsole(representativeId(as), silentTransport);
  const answer = requests['jump-items:remove']({ opId, repeated: false, part: WHOLE, items });
  const undo = (by = as) =>
    core
      .connectConsole(representativeId(by), silentTransport)
      .requests['jump-items:undo']({ opId: anOpId(), repeated: false, undoneOpId: opId });
  return { answer, undo };
}
function outcome(done: number, refused: Partial<ItemsOutcome['refused'][number]>[] = []) {
  const named = refused.map((item) => expect.objectContaining(item));
  return { ok: true, value: { done, refusedCount: refused.length, refused: named } };
}
function ids({ core }: Fixture): string[] {
  return [...core.site.all('jump-item')].map(({ id }) => id).toSorted();
}
async function changePerson({ core }: Fixture, name: string, rights: Right[], teamIds: JumpGroupId[]) {
  await core.site.transact((transaction) => {
    const person = transaction.get('representative', representativeId(name));
    if (person !== undefined) transaction.put('representative', person.id, { ...person, rights, teamIds });
  });
}

test('R1.9 several items are removed at once, shortcuts too, and nobody sees them any more', async () => {
  const fixture = await createCoreFixture();
  expect(await remove(fixture, ['till', 'rdp', 'reception']).answer).toEqual(outcome(3));
  expect(ids(fixture)).toEqual(['annas', 'database']);
});

for (const presence of ['offline', 'disabled', 'uninstalled'] satisfies Presence[]) {
  test(`R1.9 Remove is never refused for presence: ${presence} since the representative looked`, async () => {
    const fixture = await createCoreFixture();
    await fixture.core.jumpItems.change(jumpItemId('till'), { presence });
    expect(await remove(fixture, ['till']).answer).toEqual(outcome(1));
  });
}

describe('refusals of single items', () => {
  test('R7.7 a removed item and an invisible one are refused alike, and the rest is removed', async () => {
    const fixture = await createCoreFixture();
    await remove(fixture, ['rdp'], 'ben').answer;
    const notFound = { name: '', code: 'client-not-found', current: null } as const;
    const refused = ['rdp', 'database'].map((id) => ({ jumpItemId: jumpItemId(id), ...notFound }));
    expect(await remove(fixture, ['rdp', 'database', 'till']).answer).toEqual(outcome(1, refused));
  });

  test('not-permitted names the right, before anything that is stale', async () => {
    const fixture = await createCoreFixture();
    await fixture.core.jumpItems.change(jumpItemId('till'), { name: 'Another' });
    const refused = { name: 'Another', code: 'not-permitted', detail: 'remove-jump-items' } as const;
    expect(await remove(fixture, ['till'], 'cleo').answer).toEqual(outcome(0, [refused]));
  });

  test('changed-meanwhile shows the item as it is: nobody removes what they did not mean', async () => {
    const fixture = await createCoreFixture();
    const current = await fixture.core.jumpItems.change(jumpItemId('till'), { name: 'Do not touch' });
    const refused = { name: 'Do not touch', code: 'changed-meanwhile', current } as const;
    expect(await remove(fixture, ['till', 'rdp']).answer).toEqual(outcome(1, [refused]));
    expect(await remove(fixture, ['till'], 'anna', { propertiesRev: 2 }).answer).toEqual(outcome(1));
  });
});

describe('undo', () => {
  test('brings the items back with their own values', async () => {
    const fixture = await createCoreFixture();
    await fixture.core.jumpItems.change(jumpItemId('till'), { tag: 'front', comments: 'mine' });
    const [till, rdp] = ['till', 'rdp'].map((id) => fixture.core.site.get('jump-item', id));
    const removal = remove(fixture, ['till', 'rdp'], 'anna', { propertiesRev: 1 });
    expect(await removal.answer).toMatchObject({ value: { done: 1 } });
    const second = remove(fixture, ['till'], 'anna', { propertiesRev: 2 });
    await second.answer;
    expect(await removal.undo()).toEqual(outcome(1));
    expect(await second.undo()).toEqual(outcome(1));
    expect(fixture.core.site.get('jump-item', 'till')).toEqual(till);
    expect(fixture.core.site.get('jump-item', 'rdp')).toEqual(rdp);
  });

  test('is its author’s alone, and works once', async () => {
    const fixture = await createCoreFixture();
    const removal = remove(fixture, ['till']);
    await removal.answer;
    expect(await removal.undo('ben')).toEqual({ ok: false, code: 'undo-expired' });
    expect(await removal.undo()).toEqual(outcome(1));
    expect(await removal.undo()).toEqual({ ok: false, code: 'undo-expired' });
  });

  test('brings an item back to Personal when its Jump Group is out of sight, with a revision of its own', async () => {
    const fixture = await createCoreFixture();
    const removal = remove(fixture, ['till']);
    await removal.answer;
    await changePerson(fixture, 'anna', [], []);
    expect(await removal.undo()).toEqual(outcome(1));
    const placed = { jumpGroupId: 'personal-anna', propertiesRev: 2 };
    expect(fixture.core.site.get('jump-item', 'till')).toMatchObject(placed);
  });

  test('brings an item back to Personal when its Jump Group is gone', async () => {
    const fixture = await createCoreFixture();
    const removal = remove(fixture, ['till']);
    await removal.answer;
    await fixture.core.site.transact((transaction) => transaction.remove('jump-group', 'team-tills'));
    await removal.undo();
    expect(fixture.core.site.get('jump-item', 'till')?.jumpGroupId).toBe('personal-anna');
  });

  test('puts an item back where it was, also without the right to remove by now', async () => {
    const fixture = await createCoreFixture();
    const removal = remove(fixture, ['till']);
    await removal.answer;
    await changePerson(fixture, 'anna', [], ['team-tills' as JumpGroupId]);
    await removal.undo();
    expect(fixture.core.site.get('jump-item', 'till')).toMatchObject({
      jumpGroupId: 'team-tills',
      propertiesRev: 1,
    });
  });
});
