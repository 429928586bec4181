import { expect, test } from 'vitest';
import { MAX_OPEN_SESSION_KEYS, SESSION_KEY_VALID_MS, SessionKey } from '#app/domain/session-key.ts';
import { createCoreFixture, representativeId } from '../testing/core-fixture.ts';
import { createSessionKeys } from './session-keys.ts';

const [anna, ben] = [representativeId('anna'), representativeId('ben')];

async function openKeys() {
  const fixture = await createCoreFixture();
  const { site, sessionKeys } = fixture.core;
  const redeem = (key: string) =>
    site.transact((transaction) => sessionKeys.redeemIn(transaction, fixture.environment.digest(key)));
  return { ...fixture, site, sessionKeys, redeem };
}

test('a key is seven digits, says which session it opens, and is kept as a hash', async () => {
  const { sessionKeys, site, environment } = await openKeys();
  const key = await sessionKeys.create(anna);
  expect(SessionKey.safeParse(key.sessionKey).success).toBe(true);
  expect(key.expiresAt).toBe(environment.clock.now() + SESSION_KEY_VALID_MS);
  expect([...site.all('session-key')]).toEqual([
    {
      keyDigest: environment.digest(key.sessionKey),
      sessionId: key.sessionId,
      representativeId: anna,
      expiresAt: key.expiresAt,
    },
  ]);
});

test('a key is good once', async () => {
  const { sessionKeys, redeem } = await openKeys();
  const { sessionKey, sessionId } = await sessionKeys.create(anna);
  expect(await redeem(sessionKey)).toMatchObject({ sessionId, representativeId: anna });
  expect(await redeem(sessionKey)).toBeUndefined();
});

test('a key is good for twenty minutes, and forgotten then', async () => {
  const { sessionKeys, redeem, environment, site } = await openKeys();
  const [early, late] = [await sessionKeys.create(anna), await sessionKeys.create(anna)];
  environment.advance(SESSION_KEY_VALID_MS - 1);
  expect(await redeem(early.sessionKey)).toBeDefined();
  environment.advance(1);
  expect(await redeem(late.sessionKey)).toBeUndefined();
  await sessionKeys.create(ben);
  expect([...site.all('session-key')]).toHaveLength(1);
});

test('a sixth open key takes the place of the oldest of the same representative', async () => {
  const { sessionKeys, redeem, site } = await openKeys();
  const others = await sessionKeys.create(ben);
  const own = [];
  for (let count = 0; count <= MAX_OPEN_SESSION_KEYS; count += 1) own.push(await sessionKeys.create(anna));
  expect([...site.all('session-key')]).toHaveLength(MAX_OPEN_SESSION_KEYS + 1);
  expect(await redeem(own[0]?.sessionKey ?? '')).toBeUndefined();
  expect(await redeem(own[1]?.sessionKey ?? '')).toBeDefined();
  expect(await redeem(others.sessionKey)).toBeDefined();
});

test('no two open keys are alike, whatever chance says', async () => {
  const { site, environment } = await openKeys();
  const drawn = ['1111111', '1111111', '1111111', '2222222'];
  const sessionKeys = createSessionKeys(site, {
    ...environment,
    randomness: { ...environment.randomness, digits: () => drawn.shift() ?? '' },
  });
  const keys = [await sessionKeys.create(anna), await sessionKeys.create(ben)];
  expect(keys.map(({ sessionKey }) => sessionKey)).toEqual(['1111111', '2222222']);
});
