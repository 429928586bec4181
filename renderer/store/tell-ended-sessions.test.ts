import { expect, test } from 'vitest';
import { endSupportSession } from '../actions/end-support-session.ts';
import { createFakeConsole } from '../test-support/fake-console.ts';
import { aSupportSession } from '../test-support/jump-items.ts';

async function aConsoleWithASession() {
  const fake = createFakeConsole();
  await expect.poll(() => fake.store.getState().connection?.state).toBe('connected');
  fake.sendSnapshot([]);
  const session = aSupportSession('s-1');
  fake.send({ supportSessions: { upserted: [session], removed: [] } });
  const end = () => fake.send({ supportSessions: { upserted: [], removed: [session.id] } });
  return { ...fake, session, end, messages: () => fake.store.getState().messages };
}

test('a session that ends by itself is named', async () => {
  const { session, end, messages, store } = await aConsoleWithASession();
  const { id, name } = session;
  end();
  expect(messages()).toMatchObject([{ kind: 'ended-session', session: { id, name } }]);
  store.getState().showRefusal({ about: name, code: 'session-not-found' });
  expect(messages()).toMatchObject([{ kind: 'ended-session' }]);
});

test('a session that was to end is not', async () => {
  const { console, session, end, messages } = await aConsoleWithASession();
  await endSupportSession(console, session);
  end();
  expect(messages()).toEqual([]);
});

test('R7.5 that it has ended does not take the place of why a pin was refused; the reverse does', async () => {
  const { session, end, messages, store } = await aConsoleWithASession();
  const { name: about } = session;
  store.getState().showRefusal({ about, code: 'no-customer' });
  end();
  expect(messages()).toMatchObject([
    { refusal: { about, code: 'no-customer' } },
    { kind: 'ended-session', session: { name: about } },
  ]);
  store.getState().showRefusal({ about, code: 'no-customer' });
  expect(messages()).toMatchObject([{ refusal: { about, code: 'no-customer' } }]);
});
