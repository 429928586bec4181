import { describe, expect, test } from 'vitest';
import { JumpItemId, SupportSessionId } from '#app/domain/ids.ts';
import { refusalText } from '../refusal-text.ts';
import { selectShownTab } from '../store/selectors.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut, aSupportSession, wscott } from '../test-support/jump-items.ts';
import { actions, runAction } from './actions.ts';
import { listenForActions } from './listen-for-actions.ts';
import { actionOfKey } from './shortcuts.ts';

async function setUp(...items: Parameters<ReturnType<typeof createFakeConsole>['sendSnapshot']>[0]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  fake.store.getState().selectJumpItem(items[0]?.id ?? null);
  const refusals = () =>
    fake.store
      .getState()
      .messages.flatMap((message) => (message.kind === 'refusal' ? [message.refusal] : []));
  return { ...fake, refusals };
}

describe('the action Jump', () => {
  test('R1.8 asks with the revisions that were seen, and shows the tab of the session', async () => {
    const { console, api, store, send } = await setUp(
      aJumpClient('ji-1', { propertiesRev: 4, presenceRev: 9 }),
    );
    runAction('jump', console);
    expect(api.jumpToItem).toHaveBeenCalledExactlyOnceWith({
      opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      jumpItemId: 'ji-1',
      seen: { propertiesRev: 4, presenceRev: 9 },
    });
    expect(store.getState().startingIds).toEqual(new Set(['ji-1']));
    await expect.poll(() => store.getState().startingIds.size).toBe(0);
    send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } });
    expect(selectShownTab(store.getState())).toBe('s-1');
  });

  test('R1.8 who has gone to another tab meanwhile stays there, and is told of the new one', async () => {
    const { console, store } = await setUp(aJumpClient('ji-1', { name: 'Reception' }));
    runAction('jump', console);
    const typedInto = SupportSessionId.parse('s-typed-into');
    store.getState().chooseTab(typedInto);
    await expect.poll(() => store.getState().startingIds.size).toBe(0);
    expect(store.getState().chosenTab).toBe(typedInto);
    expect(store.getState().messages).toMatchObject([
      { kind: 'arrival', arrival: { about: 'Reception', tab: 's-1', reason: 'jumped' } },
    ]);
  });

  test('R1.8 a second jump while the first is being started does nothing', async () => {
    const { console, api } = await setUp(aJumpClient('ji-1'));
    runAction('jump', console);
    runAction('jump', console);
    expect(api.jumpToItem).toHaveBeenCalledOnce();
  });

  test('R7.8 a refusal names the item with the message letter for letter, and it can be tried again', async () => {
    const { console, api, refusals } = await setUp(aJumpClient('ji-1', { name: 'Reception' }));
    api.jumpToItem.mockResolvedValueOnce({ ok: false, code: 'client-offline' });
    runAction('jump', console);
    await expect.poll(() => refusals()).toHaveLength(1);
    const [refusal] = refusals();
    expect(refusal?.about).toBe('Reception');
    expect(refusal && refusalText(refusal)).toBe('The Jump Client is offline.');
    await expect.poll(() => actions.jump.availability(console)).toBe('available');
    runAction('jump', console);
    expect(refusals()).toHaveLength(0);
  });

  test('R1.12 an uninstalled Jump Client is not asked for; the message says why', async () => {
    const { console, api, refusals } = await setUp(
      aJumpClient('ji-1', { name: 'Reception', presence: 'uninstalled' }),
    );
    runAction('jump', console);
    expect(api.jumpToItem).not.toHaveBeenCalled();
    expect(refusals()).toEqual([{ about: 'Reception', code: 'client-uninstalled' }]);
  });

  test('R1.8 says what is in its way: no right, no connection', async () => {
    const { console, emit, address, sendSnapshot } = await setUp(aJumpShortcut('ji-1'));
    expect(actions.jump.availability(console)).toBe('available');
    const reason = () => {
      const availability = actions.jump.availability(console);
      return typeof availability === 'object' ? refusalText(availability) : availability;
    };
    sendSnapshot([aJumpClient('ji-1')], { representative: { ...wscott, rights: [] } });
    expect(reason()).toBe('You are not permitted to do this. Missing right: Jump to Jump Items.');
    emit('connectionChanged', { state: 'connecting', address });
    expect(reason()).toBe('The appliance cannot be reached.');
  });

  test('R1.8 a rejection is a bug: it is said, and the item can be tried again', async () => {
    const { console, api, store } = await setUp(aJumpClient('ji-1'));
    api.jumpToItem.mockRejectedValueOnce(new Error('a bug'));
    runAction('jump', console);
    await expect.poll(() => store.getState().messages).toMatchObject([{ kind: 'bug' }]);
    expect(store.getState().startingIds.size).toBe(0);
  });
});

describe('the other actions', () => {
  test('R1.11 Refresh asks again for everything, only while connected', async () => {
    const { console, api, emit, address } = await setUp();
    runAction('refresh', console);
    emit('connectionChanged', { state: 'connecting', address });
    runAction('refresh', console);
    expect(api.refreshJumpItems).toHaveBeenCalledOnce();
  });

  test('ending a session asks once, and its tab closes when the appliance says that it is gone', async () => {
    const { console, api, store, send } = await setUp();
    send({ supportSessions: { upserted: [aSupportSession('s-1')], removed: [] } });
    const sessionId = SupportSessionId.parse('s-1');
    store.getState().chooseTab(sessionId);
    runAction('end-session', console);
    runAction('end-session', console);
    expect(api.endSupportSession).toHaveBeenCalledOnce();
    expect(selectShownTab(store.getState())).toBe('s-1');
    send({ supportSessions: { upserted: [], removed: [sessionId] } });
    expect(selectShownTab(store.getState())).toBe('jump-interface');
  });

  test('the application menu and the keyboard run entries of the same table', async () => {
    const { console, api, emit } = await setUp(aJumpClient('ji-1'));
    const end = listenForActions(console);
    emit('actionChosen', { actionId: 'jump' });
    emit('actionChosen', { actionId: 'no-such-action' });
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }));
    end();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5' }));
    expect(api.jumpToItem).toHaveBeenCalledOnce();
    expect(api.refreshJumpItems).toHaveBeenCalledOnce();
  });

  test('a key counts with its own modifiers and at its own place only', () => {
    const stroke = { key: 'f', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    expect(actionOfKey(stroke, 'window')).toBe('find');
    expect(actionOfKey({ ...stroke, altKey: true }, 'window')).toBeNull();
    expect(actionOfKey({ ...stroke, key: 'Enter', ctrlKey: false }, 'window')).toBeNull();
    expect(actionOfKey({ ...stroke, key: 'Enter', ctrlKey: false }, 'jump-items')).toBe('jump');
  });
});

test('R1.3 all that is listed is selected, from wherever it is asked', async () => {
  const { console, store } = await setUp(aJumpClient('web'), aJumpClient('till'));
  store.getState().search('till');
  runAction('select-all', console);
  expect(store.getState().selectedIds).toEqual(new Set(['till']));
  store.getState().search('nothing has this name');
  expect(actions['select-all'].availability(console)).toBe('unavailable');
});

test('R1.6 statistics are watched for the selected item, and asked for again after a reconnect', async () => {
  const { api, store, emit, address } = await setUp(aJumpClient('ji-1'));
  const ids = [JumpItemId.parse('ji-1')];
  expect(api.watchStatistics).toHaveBeenLastCalledWith({ jumpItemIds: ids });
  const asked = api.watchStatistics.mock.calls.length;
  emit('connectionChanged', { state: 'connecting', address });
  emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 });
  expect(api.watchStatistics).toHaveBeenCalledTimes(asked + 1);
  store.getState().selectJumpItem(null);
  expect(api.watchStatistics).toHaveBeenLastCalledWith({ jumpItemIds: [] });
});
