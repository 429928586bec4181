import { expect, test } from 'vitest';
import { DEFAULT_PREFERENCES } from '#app/contracts/preferences.ts';
import { OpId } from '#app/domain/ids.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { connectConsole } from './connect-console.ts';

test('an answer that an event overtook does not take the connection back to what it was', async () => {
  const { api, store, rows, emit } = createFakeConsole();
  await expect.poll(() => store.getState().connection?.state).toBe('connected');
  const address = 'https://support.example.com';
  let answer: (connection: { state: 'connecting'; address: string }) => void = () => undefined;
  api.watch.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = (connection) =>
        resolve({
          ok: true,
          value: {
            connection,
            preferences: DEFAULT_PREFERENCES,
            notices: [{ notice: 'window-restarted' }],
            awaitedJumpIds: [],
          },
        } as never);
    }) as never,
  );
  connectConsole({ api: api as never, store, rows, nextFrame: (callback) => callback() });
  emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 });
  answer({ state: 'connecting', address });
  await expect.poll(() => store.getState().messages).toHaveLength(1);
  expect(store.getState().connection?.state).toBe('connected');
});

test('what a window before this one did can be taken back: the appliance is asked once it is there', async () => {
  const { api, store, emit } = createFakeConsole();
  const address = 'https://support.example.com';
  await expect.poll(() => api.listUndoable).toHaveBeenCalledOnce();
  const command = { opId: OpId.parse(crypto.randomUUID()), name: 'Till', count: 1 };
  api.listUndoable.mockResolvedValue({
    ok: true,
    value: { commands: [{ ...command, deed: 'edited', heldForMs: null }] },
  });
  emit('connectionChanged', { state: 'connecting', address });
  emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 });
  const restored = { ...command, deed: 'edited', heldUntil: null };
  await expect.poll(() => store.getState().undoable).toEqual([restored]);
  emit('connectionChanged', { state: 'connecting', address });
  emit('connectionChanged', { state: 'connected', address, applianceAheadMs: 0 });
  expect(api.listUndoable).toHaveBeenCalledTimes(2);
});
