import { describe, expect, test } from 'vitest';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { anOpId, createCoreFixture, jumpItemId, representativeId } from '../testing/core-fixture.ts';
import {
  ALL_USERS_GROUP,
  aNewShortcut,
  itemCommandsOf,
  outcome,
  seenNow,
  WHOLE,
} from '../testing/item-commands.ts';
import { JOURNAL_KEPT_MS } from './command-journal.ts';
import { UNDO_STEPS_KEPT, UNDOABLE_COMMANDS_KEPT } from './undoable-commands.ts';

const TILLS = 'team-tills' as JumpGroupId;
const EXPIRED = { ok: false, code: 'undo-expired' };

async function annaAndBen() {
  const fixture = await createCoreFixture();
  const item = (id: string) => fixture.core.site.get('jump-item', id);
  return { fixture, item, anna: itemCommandsOf(fixture, 'anna'), ben: itemCommandsOf(fixture, 'ben') };
}

describe('R1.10 undo of an edit', () => {
  test('gives each item its own values again, under a new revision', async () => {
    const { item, anna } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till'], { tag: 'North', comments: 'drawer jams' });
    const [till, rdp] = [item('till'), item('rdp')];
    await anna.edit(['till', 'rdp'], { tag: null, comments: 'same', jumpGroupId: ALL_USERS_GROUP }, { opId });
    expect(await anna.undo(opId)).toEqual(outcome(2));
    expect(item('till')).toEqual({ ...till, propertiesRev: 4 });
    expect(item('rdp')).toEqual({ ...rdp, propertiesRev: 3 });
  });

  test('of one edit after the other leads back to the beginning', async () => {
    const { item, anna } = await annaAndBen();
    const numbers = [anOpId(), anOpId(), anOpId()];
    const before = item('till');
    for (const [index, opId] of numbers.entries())
      await anna.edit(['till'], { name: `Till ${index}` }, { opId });
    for (const opId of numbers.toReversed()) expect(await anna.undo(opId)).toEqual(outcome(1));
    expect(item('till')).toEqual({ ...before, propertiesRev: 7 });
  });

  test('skips, by name, what a colleague changed since, and restores the rest', async () => {
    const { item, anna, ben } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till', 'rdp'], { comments: 'Anna’s' }, { opId });
    await ben.edit(['till'], { tag: 'Ben’s' });
    const current = item('till') ?? null;
    expect(await anna.undo(opId)).toEqual(outcome(1, [{ name: 'Till', code: 'changed-meanwhile', current }]));
    expect(item('till')).toEqual(current);
    expect(item('rdp')?.comments).toBe('');
  });

  test('out of its order skips what the own later edit changed', async () => {
    const { anna } = await annaAndBen();
    const [first, second] = [anOpId(), anOpId()];
    await anna.edit(['till'], { comments: 'one' }, { opId: first });
    await anna.edit(['till'], { comments: 'two' }, { opId: second });
    expect(await anna.undo(first)).toEqual(outcome(0, [{ code: 'changed-meanwhile' }]));
    expect(await anna.undo(second)).toEqual(outcome(1));
  });

  test('does not ask whether the computer is there', async () => {
    const { fixture, anna } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till'], { comments: 'x' }, { opId });
    await fixture.core.jumpItems.change(jumpItemId('till'), { presence: 'uninstalled' });
    expect(await anna.undo(opId)).toEqual(outcome(1));
  });

  test('R7.7 of an item that was removed, or is out of sight, says that it does not exist', async () => {
    const { fixture, anna } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till', 'reception'], { comments: 'x' }, { opId });
    await fixture.core.jumpItems.remove(jumpItemId('reception'));
    await fixture.core.jumpItems.change(jumpItemId('till'), { jumpGroupId: 'team-servers' as JumpGroupId });
    const notFound = { name: '', code: 'client-not-found', current: null } as const;
    expect(await anna.undo(opId)).toEqual(outcome(0, [notFound, notFound]));
  });

  test('to a Jump Group that is out of sight since, or without the right since, changes nothing', async () => {
    const { fixture, item, anna } = await annaAndBen();
    const [moved, edited] = [anOpId(), anOpId()];
    await anna.edit(['till'], { jumpGroupId: ALL_USERS_GROUP }, { opId: moved });
    await anna.edit(['rdp'], { comments: 'x' }, { opId: edited });
    const change = (to: object) =>
      fixture.core.site.transact((transaction) => {
        const before = transaction.get('representative', representativeId('anna'));
        if (before !== undefined) transaction.put('representative', before.id, { ...before, ...to });
      });
    await change({ teamIds: [] });
    expect(await anna.undo(moved)).toEqual(outcome(0, [{ name: 'Till', code: 'jump-group-not-found' }]));
    await change({ rights: [] });
    const detail = 'edit-jump-items';
    expect(await anna.undo(edited)).toEqual(outcome(0, [{ code: 'not-permitted', detail }]));
    expect(item('till')?.jumpGroupId).toBe(ALL_USERS_GROUP);
    expect(item('rdp')?.comments).toBe('x');
  });
});

describe('R1.4 undo of a creation', () => {
  test('removes the shortcut; an import is one step', async () => {
    const { fixture, item, anna } = await annaAndBen();
    const opId = anOpId();
    const before = [...fixture.core.site.idsOf('jump-item')];
    const till = seenNow(fixture, 'till');
    await anna.importItems(
      [
        { kind: 'create', shortcut: aNewShortcut() },
        { kind: 'edit', ...till, change: { comments: 'x' } },
      ],
      { opId },
    );
    expect(await anna.undo(opId)).toEqual(outcome(2));
    expect([...fixture.core.site.idsOf('jump-item')]).toEqual(before);
    expect(item('till')?.comments).toBe('');
  });

  test('leaves a shortcut that a colleague has changed', async () => {
    const { item, anna, ben } = await annaAndBen();
    const opId = anOpId();
    const answer = await anna.createShortcut({}, { opId });
    if (!answer.ok) throw new Error(answer.code);
    await ben.edit([answer.value.jumpItemId], { port: 5_902 });
    expect(await anna.undo(opId)).toEqual(outcome(0, [{ name: 'Scanner', code: 'changed-meanwhile' }]));
    expect(item(answer.value.jumpItemId)).toBeDefined();
  });

  test('works after the own edit of it was undone', async () => {
    const { item, anna } = await annaAndBen();
    const [created, edited] = [anOpId(), anOpId()];
    const answer = await anna.createShortcut({}, { opId: created });
    if (!answer.ok) throw new Error(answer.code);
    await anna.edit([answer.value.jumpItemId], { jumpGroupId: TILLS }, { opId: edited });
    await anna.undo(edited);
    expect(await anna.undo(created)).toEqual(outcome(1));
    expect(item(answer.value.jumpItemId)).toBeUndefined();
  });
});

describe('undo-expired', () => {
  test('for a second undo of the same; the first one’s repeat gets its answer again', async () => {
    const { anna } = await annaAndBen();
    const [opId, undoId] = [anOpId(), anOpId()];
    await anna.edit(['till'], { comments: 'x' }, { opId });
    const first = await anna.undo(opId, { opId: undoId });
    expect(await anna.undo(opId, { opId: undoId, repeated: true })).toEqual(first);
    expect(await anna.undo(opId)).toEqual(EXPIRED);
  });

  test('for what somebody else did, and for what nobody did', async () => {
    const { anna, ben } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till'], { comments: 'x' }, { opId });
    expect(await ben.undo(opId)).toEqual(EXPIRED);
    expect(await anna.undo(anOpId())).toEqual(EXPIRED);
  });

  test('after a day', async () => {
    const { fixture, anna } = await annaAndBen();
    const opId = anOpId();
    await anna.edit(['till'], { comments: 'x' }, { opId });
    fixture.environment.advance(JOURNAL_KEPT_MS);
    expect(await anna.undo(opId)).toEqual(EXPIRED);
  });

  test('for all but the last commands of a representative', async () => {
    const { fixture, anna, ben } = await annaAndBen();
    const [oldest, bens] = [anOpId(), anOpId()];
    await ben.edit(['rdp'], { comments: 'Ben’s' }, { opId: bens });
    await anna.edit(['till'], { comments: 'x' }, { opId: oldest });
    for (let count = 0; count < UNDOABLE_COMMANDS_KEPT; count += 1) {
      fixture.environment.advance(50);
      await anna.edit(['reception'], { comments: `${count}` });
    }
    expect([...fixture.core.site.all('undoable-command')]).toHaveLength(UNDOABLE_COMMANDS_KEPT + 1);
    expect(await anna.undo(oldest)).toEqual(EXPIRED);
    expect(await ben.undo(bens)).toEqual(outcome(1));
  });

  test('where the last commands are about too many items', async () => {
    const { fixture, anna } = await annaAndBen();
    const [older, newest] = [anOpId(), anOpId()];
    await anna.edit(['till'], { comments: 'x' }, { opId: older });
    await fixture.core.site.transact((transaction) => {
      const [command] = transaction.all('undoable-command');
      if (command === undefined) throw new Error('nothing to undo');
      const [step] = command.steps;
      const steps = Array.from({ length: UNDO_STEPS_KEPT }, () => step).filter((one) => one !== undefined);
      transaction.put('undoable-command', `${command.representativeId}/${older}`, { ...command, steps });
    });
    await anna.edit(['rdp'], { comments: 'x' }, { opId: newest });
    expect(await anna.undo(older)).toEqual(EXPIRED);
    expect(await anna.undo(newest)).toEqual(outcome(1));
  });
});

describe('R1.10 what may be taken back', () => {
  const listed = async ({ requests }: ReturnType<typeof itemCommandsOf>) => {
    const answer = await requests['jump-items:list-undoable']({});
    return answer.ok ? answer.value.commands : [];
  };

  test('is told with what it did, the last at the end; nobody else’s, and nothing twice', async () => {
    const { anna, ben } = await annaAndBen();
    const numbers = [anOpId(), anOpId(), anOpId(), anOpId()] as const;
    await anna.edit(['till', 'rdp'], { comments: 'x' }, { opId: numbers[0] });
    await anna.edit(['till'], { jumpGroupId: ALL_USERS_GROUP }, { opId: numbers[1] });
    await anna.createShortcut({ name: 'Scanner' }, { opId: numbers[2] });
    await anna.edit(['till'], { tag: 'none of it' }, { opId: numbers[3] });
    await anna.undo(numbers[3]);
    expect(await listed(anna)).toEqual([
      { opId: numbers[0], deed: 'edited', name: null, count: 2, heldForMs: null },
      { opId: numbers[1], deed: 'moved', name: 'Till', count: 1, heldForMs: null },
      { opId: numbers[2], deed: 'created', name: 'Scanner', count: 1, heldForMs: null },
    ]);
    expect(await listed(ben)).toEqual([]);
  });

  test('leaves out a removal that is final, and what was done more than an hour ago', async () => {
    const { fixture, anna } = await annaAndBen();
    await anna.edit(['till'], { comments: 'x' });
    const opId = anOpId();
    const items = [seenNow(fixture, 'rdp')];
    await anna.requests['jump-items:remove']({ opId, repeated: false, part: WHOLE, items });
    fixture.environment.advance(4_000);
    expect((await listed(anna)).at(-1)).toEqual({
      opId,
      deed: 'removed',
      name: 'Terminal server',
      count: 1,
      heldForMs: 6_000,
    });
    fixture.environment.advance(6_000);
    expect((await listed(anna)).map(({ deed }) => deed)).toEqual(['edited']);
    fixture.environment.advance(60 * 60 * 1_000);
    expect(await listed(anna)).toEqual([]);
  });
});
