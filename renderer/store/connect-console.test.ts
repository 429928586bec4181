import { expect, test, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '#app/contracts/preferences.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { connectConsole } from './connect-console.ts';

test('an answer that an event overtook does not take the connection back to what it was', async () => {
  const { api, store, rows, emit } = createFakeConsole();
  await vi.waitFor(() => expect(store.getState().connection?.state).toBe('connected'));
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
  await vi.waitFor(() => expect(store.getState().messages).toHaveLength(1));
  expect(store.getState().connection?.state).toBe('connected');
});
