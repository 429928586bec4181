import { expect, test } from 'vitest';
import { JumpItemId } from '#app/domain/ids.ts';
import type { JumpClient } from '#app/domain/jump-item.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aSupportSession } from '../test-support/jump-items.ts';
import { runAction } from './actions.ts';
import { followAwaitedJumps } from './follow-awaited-jumps.ts';

const id = JumpItemId.parse('ji-1');

async function setUp(change: Partial<JumpClient> = { presence: 'offline' }) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  followAwaitedJumps(fake.console);
  fake.sendSnapshot([aJumpClient(id, { name: 'Reception', ...change })]);
  fake.store.getState().selectJumpItem(id);
  const become = (next: Partial<JumpClient>) =>
    fake.send({
      jumpItems: { upserted: [aJumpClient(id, { name: 'Reception', ...next })], removed: [] },
    });
  return { ...fake, change: become };
}

test('an offline item is jumped to when it comes online, once; its tab stays behind, and the person is told', async () => {
  const { api, change, console, send, store } = await setUp();
  runAction('jump-when-online', console);
  expect(api.keepAwaitedJumps).toHaveBeenLastCalledWith({ jumpItemIds: [id] });
  change({ presence: 'offline', presenceRev: 2 });
  expect(api.jumpToItem).not.toHaveBeenCalled();
  change({ presence: 'online', presenceRev: 3 });
  change({ presence: 'online', presenceRev: 4 });
  await expect.poll(() => api.notify).toHaveBeenCalledOnce();
  expect(api.jumpToItem).toHaveBeenCalledOnce();
  expect(api.notify).toHaveBeenCalledWith({ title: 'Reception', body: expect.any(String), jumpItemId: id });
  expect(store.getState().messages).toMatchObject([{ kind: 'arrival', arrival: { about: 'Reception' } }]);
  expect(store.getState().awaitedIds.size).toBe(0);
  expect(api.keepAwaitedJumps).toHaveBeenLastCalledWith({ jumpItemIds: [] });
  send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } });
  expect(store.getState().chosenTab).toBe('jump-interface');
});

test('waiting can be ended', async () => {
  const { api, change, console } = await setUp();
  runAction('jump-when-online', console);
  runAction('stop-waiting', console);
  change({ presence: 'online' });
  expect(api.jumpToItem).not.toHaveBeenCalled();
});

test('what is online needs no waiting', async () => {
  const { api, console, store } = await setUp({});
  runAction('jump-when-online', console);
  expect(store.getState().awaitedIds.size).toBe(0);
  expect(api.jumpToItem).not.toHaveBeenCalled();
});

test('a page that is loaded again goes on waiting', async () => {
  const { api, change, store } = await setUp();
  store.getState().restoreAwaited([id]);
  expect(api.keepAwaitedJumps).not.toHaveBeenCalled();
  change({ presence: 'online' });
  expect(api.jumpToItem).toHaveBeenCalledOnce();
});

test('signing out ends the waiting', async () => {
  const { address, api, console, emit, store } = await setUp();
  runAction('jump-when-online', console);
  emit('connectionChanged', { state: 'signed-out', address, reason: null });
  expect(store.getState().awaitedIds.size).toBe(0);
  expect(api.keepAwaitedJumps).toHaveBeenLastCalledWith({ jumpItemIds: [] });
});

test('R7.9 an awaited item that is uninstalled is waited for no longer, and it is said why', async () => {
  const { api, change, console, store } = await setUp();
  runAction('jump-when-online', console);
  change({ presence: 'uninstalled' });
  expect(api.jumpToItem).not.toHaveBeenCalled();
  expect(store.getState().messages).toMatchObject([{ refusal: { code: 'client-uninstalled' } }]);
});

test('while the console is cut off nothing is jumped to; once it is back, what is online is', async () => {
  const { address, api, change, console, emit } = await setUp();
  runAction('jump-when-online', console);
  emit('connectionChanged', { state: 'stale', address, applianceAheadMs: 0, lastHeardAt: 0 });
  change({ presence: 'online' });
  expect(api.jumpToItem).not.toHaveBeenCalled();
  emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 });
  expect(api.jumpToItem).toHaveBeenCalledOnce();
});

test('a notification that is clicked brings the tab of its session to the front, or the row', async () => {
  const { emit, send, store } = await setUp();
  store.getState().selectJumpItem(null);
  emit('notificationChosen', { jumpItemId: id });
  expect(store.getState().activeId).toBe(id);
  send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } });
  emit('notificationChosen', { jumpItemId: id });
  expect(store.getState().chosenTab).toBe('s-1');
});
