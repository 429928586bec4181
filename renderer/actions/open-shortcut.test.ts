import { expect, test } from 'vitest';
import { VncLinkId } from '#app/domain/ids.ts';
import { selectShownTab } from '../store/selectors.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aJumpClient, aJumpShortcut } from '../test-support/jump-items.ts';
import { runAction } from './actions.ts';

const till = aJumpShortcut('till', { name: 'Till', method: 'local-vnc', port: null });
const office = aJumpShortcut('office', { name: 'Office', method: 'local-rdp' });
const vnc = () => ({
  ok: true as const,
  value: {
    opened: 'vnc' as const,
    name: 'Till',
    address: '10.0.0.1:5900',
    vncLinkId: VncLinkId.parse(crypto.randomUUID()),
  },
});

async function setUp(...items: Parameters<ReturnType<typeof createFakeConsole>['sendSnapshot']>[0]) {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot(items);
  fake.store.setState({ selectedIds: new Set(items.map(({ id }) => id)), activeId: items[0]?.id ?? null });
  const jump = async () => {
    runAction('jump', fake.console);
    await expect.poll(() => fake.store.getState().startingIds.size).toBe(0);
  };
  return { ...fake, jump };
}

test('R1.8 a Local VNC opens in a tab of its own, which is shown', async () => {
  const { api, store, jump } = await setUp(till);
  await jump();
  expect(api.openShortcut).toHaveBeenCalledExactlyOnceWith({
    opId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    jumpItemId: 'till',
    seen: { propertiesRev: 1, presenceRev: null },
  });
  expect(selectShownTab(store.getState())).toBe('vnc:till');
});

test('R1.8 a Local VNC that is connected is shown, not connected again; one that is over is', async () => {
  const { api, store, jump } = await setUp(till);
  api.openShortcut.mockImplementation(() => Promise.resolve(vnc()));
  await jump();
  store.getState().chooseTab('jump-interface');
  await jump();
  expect(api.openShortcut).toHaveBeenCalledOnce();
  expect(selectShownTab(store.getState())).toBe('vnc:till');

  const before = store.getState().vncTabs.get('vnc:till');
  if (before !== undefined) store.getState().setVncOver(before.id, before.vncLinkId);
  await jump();
  expect(api.openShortcut).toHaveBeenCalledTimes(2);
  const after = store.getState().vncTabs.get('vnc:till');
  expect(after).toMatchObject({ isOver: false });
  expect(after?.vncLinkId).not.toBe(before?.vncLinkId);
});

test('an end that belongs to an earlier connection says nothing of the new one', async () => {
  const { store, jump } = await setUp(till);
  await jump();
  store.getState().setVncOver('vnc:till', VncLinkId.parse(crypto.randomUUID()));
  expect(store.getState().vncTabs.get('vnc:till')?.isOver).toBe(false);
});

test('R1.8 a Local RDP says which program opened it, or where to connect to for want of one', async () => {
  const { api, store, jump } = await setUp(office);
  const told = { name: 'Office', address: '10.0.0.1:3389' };
  api.openShortcut.mockResolvedValueOnce({
    ok: true,
    value: { opened: 'program', program: 'xfreerdp', ...told },
  });
  await jump();
  expect(selectShownTab(store.getState())).toBe('jump-interface');
  expect(store.getState().messages).toMatchObject([{ remoteDesktop: { opened: 'program' } }]);
  api.openShortcut.mockResolvedValueOnce({
    ok: true,
    value: { opened: 'nothing', lookedFor: ['xfreerdp'], ...told },
  });
  await jump();
  expect(store.getState().messages).toMatchObject([{ remoteDesktop: { opened: 'nothing' } }]);
});

test('R1.8 of several items each opens where it belongs, and the first tab is shown', async () => {
  const { api, store, jump } = await setUp(office, till, aJumpClient('desk'));
  api.openShortcut.mockImplementation(({ jumpItemId }) =>
    Promise.resolve(
      jumpItemId === 'till'
        ? vnc()
        : {
            ok: true,
            value: { opened: 'program', name: 'Office', address: '10.0.0.1:3389', program: 'remmina' },
          },
    ),
  );
  await jump();
  expect(api.openShortcut).toHaveBeenCalledTimes(2);
  expect(api.jumpToItem).toHaveBeenCalledOnce();
  expect([...store.getState().vncTabs.keys()]).toEqual(['vnc:till']);
  expect(store.getState().messages).toMatchObject([{ kind: 'remote-desktop' }]);
});

test('R7.7 a shortcut that is gone says so', async () => {
  const { api, store, jump } = await setUp(till);
  api.openShortcut.mockResolvedValueOnce({ ok: false, code: 'client-not-found' });
  await jump();
  expect(store.getState().messages).toMatchObject([{ refusal: { about: 'Till', code: 'client-not-found' } }]);
  expect(store.getState().vncTabs.size).toBe(0);
});

test('ending the tab ends its connection; signing out ends all', async () => {
  const { console, store, emit, address, jump } = await setUp(till);
  await jump();
  runAction('end-session', console);
  expect(store.getState().vncTabs.size).toBe(0);
  expect(selectShownTab(store.getState())).toBe('jump-interface');
  await jump();
  emit('connectionChanged', { state: 'signed-out', address, reason: null });
  expect(store.getState().vncTabs.size).toBe(0);
});
