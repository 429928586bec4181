import { expect, test, vi } from 'vitest';
import type { RefusedItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut, teamGroupId } from '../test-support/jump-items.ts';
import { createShortcut, editJumpItems, importJumpItems, removeJumpItems } from './change-jump-items.ts';
import { undoLast } from './undo-command.ts';

function setUp() {
  const fake = createFakeConsole();
  const messages = () => fake.store.getState().messages;
  return { ...fake, messages };
}
const aRefused = (item: JumpItem, change: Partial<RefusedItem> = {}): RefusedItem => ({
  jumpItemId: item.id,
  name: item.name,
  code: 'changed-meanwhile',
  current: item,
  ...change,
});
const refusing = (done: number, ...refused: RefusedItem[]) =>
  Promise.resolve({ ok: true as const, value: { done, refusedCount: refused.length, refused } });

const till = aJumpClient('till', { propertiesRev: 3, presenceRev: 7 });
const terminal = aJumpShortcut('terminal', { propertiesRev: 2 });

test('R1.10 an edit names the revisions that were seen; what was done is told with its way back', async () => {
  const { api, console, store, messages } = setUp();
  const answer = await editJumpItems(console, [till, terminal], { comments: 'x' });
  expect(answer).toMatchObject({ ok: true, outcome: { done: 2 } });
  const [params] = api.editJumpItems.mock.calls[0] ?? [];
  expect(params).toMatchObject({
    change: { comments: 'x' },
    items: [
      { jumpItemId: 'till', seen: { propertiesRev: 3, presenceRev: 7 } },
      { jumpItemId: 'terminal', seen: { propertiesRev: 2, presenceRev: null } },
    ],
  });
  expect(messages()).toMatchObject([
    { kind: 'done-change', change: { deed: 'edited', name: null, count: 2, undoneOpId: params?.opId } },
  ]);
  expect(store.getState().undoable).toMatchObject([{ opId: params?.opId, deed: 'edited', count: 2 }]);
});

test('R1.13 a change of the group is called a move', async () => {
  const { console, store } = setUp();
  await editJumpItems(console, [till], { jumpGroupId: teamGroupId, tag: 'vans' });
  expect(store.getState().undoable).toMatchObject([{ deed: 'moved', name: 'till' }]);
});

test('R1.10 several that were left as they are are named in one summary, also one that is out of sight by now', async () => {
  const { api, console, messages } = setUp();
  const gone = aRefused(terminal, { name: '', code: 'client-not-found', current: null });
  api.editJumpItems.mockReturnValue(refusing(0, aRefused(till), gone));
  await editJumpItems(console, [till, terminal], { tag: null });
  expect(messages()).toMatchObject([
    {
      kind: 'change-summary',
      summary: {
        done: 0,
        refusedCount: 2,
        refused: [
          { about: 'till', code: 'changed-meanwhile' },
          { about: 'terminal', code: 'client-not-found' },
        ],
      },
    },
  ]);
});

test('R7.7 one item that is left as it is gets its message', async () => {
  const { api, console, messages, store } = setUp();
  api.editJumpItems.mockReturnValue(refusing(0, aRefused(till, { code: 'client-not-found' })));
  await editJumpItems(console, [till], { name: 'y' });
  expect(messages()).toMatchObject([
    { kind: 'refusal', refusal: { about: 'till', code: 'client-not-found' } },
  ]);
  expect(store.getState().undoable).toEqual([]);
});

test('conflicts that the caller shows itself are told nowhere else', async () => {
  const { api, console, messages } = setUp();
  api.editJumpItems.mockReturnValue(refusing(0, aRefused(till)));
  await editJumpItems(console, [till], { name: 'y' }, { keepsConflicts: () => true });
  expect(messages()).toEqual([]);
});

test('a refusal of the whole is the caller’s to show; a rejection is told as a bug', async () => {
  const { api, console, messages } = setUp();
  api.editJumpItems.mockResolvedValueOnce({ ok: false, code: 'jump-group-not-found' });
  expect(await editJumpItems(console, [till], {})).toEqual({
    ok: false,
    refusal: { about: 'till', code: 'jump-group-not-found', detail: undefined },
  });
  expect(messages()).toEqual([]);
  api.editJumpItems.mockRejectedValueOnce(new Error('a bug'));
  expect(await editJumpItems(console, [till], {})).toBeNull();
  expect(messages()).toMatchObject([{ kind: 'bug' }]);
});

test('more items than a command takes are refused before anything is asked', async () => {
  const { api, console } = setUp();
  const many = Array.from({ length: 10_001 }, (_, index) => aJumpClient(`ji-${index}`));
  for (const answer of [await editJumpItems(console, many, {}), await removeJumpItems(console, many)]) {
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'too-many-items', detail: '10000' } });
  }
  expect(api.editJumpItems).not.toHaveBeenCalled();
  expect(api.removeJumpItems).not.toHaveBeenCalled();
});

test('R1.9 a removal can be taken back for ten seconds', async () => {
  vi.setSystemTime(1_000);
  const { console, store, messages } = setUp();
  await removeJumpItems(console, [till]);
  expect(store.getState().undoable).toMatchObject([{ deed: 'removed', name: 'till', heldUntil: 11_000 }]);
  expect(messages()).toMatchObject([{ kind: 'done-change', change: { heldUntil: 11_000 } }]);
  vi.useRealTimers();
});

test('R1.4 a shortcut and an import can be taken back too', async () => {
  const { console, store } = setUp();
  const shortcut = { method: 'local-vnc', name: 'Lab', hostname: 'lab', port: null, tag: null } as const;
  const created = await createShortcut(console, { ...shortcut, jumpGroupId: teamGroupId, comments: '' });
  expect(created).toEqual({ ok: true, jumpItemId: 'ji-new' });
  const change = { comments: 'from a file' };
  await importJumpItems(console, [
    { kind: 'edit', jumpItemId: till.id, seen: { propertiesRev: 1, presenceRev: 1 }, change },
  ]);
  expect(store.getState().undoable).toMatchObject([
    { deed: 'created', name: 'Lab', count: 1 },
    { deed: 'imported', name: null, count: 1 },
  ]);
});

test('undo takes back the last command, then the one before it, and tells so', async () => {
  const { api, console, store, messages } = setUp();
  await editJumpItems(console, [till], { comments: 'x' });
  await removeJumpItems(console, [terminal]);
  const [edit, removal] = store.getState().undoable;
  await undoLast(console);
  expect(messages()).toMatchObject([
    { kind: 'done-change', change: { deed: 'undone', name: 'terminal', undoneOpId: null } },
  ]);
  await undoLast(console);
  await undoLast(console);
  expect(api.undoCommand.mock.calls.map(([{ undoneOpId }]) => undoneOpId)).toEqual([
    removal?.opId,
    edit?.opId,
  ]);
});

test('what an undo skipped is named with the reason', async () => {
  const { api, console, messages } = setUp();
  await editJumpItems(console, [till, terminal], { comments: 'x' });
  api.undoCommand.mockReturnValue(refusing(1, aRefused(till)));
  await undoLast(console);
  expect(messages()).toMatchObject([
    {
      kind: 'change-summary',
      summary: { deed: 'undone', refused: [{ about: 'till', code: 'changed-meanwhile' }] },
    },
  ]);
});

test('an undo that came too late says so and is offered no more; one that nobody heard stays', async () => {
  const { api, console, store, messages } = setUp();
  await removeJumpItems(console, [till]);
  api.undoCommand.mockResolvedValueOnce({ ok: false, code: 'appliance-unreachable' });
  await undoLast(console);
  expect(store.getState().undoable).toHaveLength(1);
  api.undoCommand.mockResolvedValueOnce({ ok: false, code: 'undo-expired' });
  await undoLast(console);
  expect(store.getState().undoable).toEqual([]);
  expect(messages()).toMatchObject([
    { kind: 'refusal', refusal: { about: 'Removal of \u2068till\u2069', code: 'undo-expired' } },
  ]);
});

test('nothing can be taken back by the next representative', async () => {
  const { console, store, emit } = setUp();
  await editJumpItems(console, [till], { comments: 'x' });
  emit('connectionChanged', { state: 'signed-out', address: '', reason: null });
  expect(store.getState()).toMatchObject({ undoable: [], messages: [] });
});
