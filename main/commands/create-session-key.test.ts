import { expect, test } from 'vitest';
import { createCreateSessionKey } from './create-session-key.ts';

test('the link of a session key leads to the appliance as this console has found it', async () => {
  const key = { sessionKey: '1234567', sessionId: 'session-1', expiresAt: 1 };
  const asked: unknown[] = [];
  const create = createCreateSessionKey({
    appliance: {
      address: 'https://support.example:8443',
      request: ((...words: unknown[]) => {
        asked.push(words);
        return Promise.resolve(key);
      }) as never,
    },
  });
  expect(await create()).toEqual({ ...key, portalUrl: 'https://support.example:8443/session/1234567' });
  expect(asked).toEqual([['session-key:create', {}]]);
});
