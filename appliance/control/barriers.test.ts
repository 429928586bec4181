import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PIN_WITHIN_MS } from '#app/contracts/appliance-protocol.ts';
import { PIN_ANSWER_MS } from '#app/contracts/customer-protocol.ts';
import { PIN_INSTALL_MS } from '../core/pins.ts';
import { anOpId, SMALL_FLEET } from '../testing/core-fixture.ts';
import { startForTest, type TestAppliance } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
let anna: Socket;
beforeEach(async () => {
  appliance = await startForTest({ ...SMALL_FLEET, limits: { deployable: 6 } });
  anna = appliance.console('anna');
});
afterEach(() => appliance.close());

/** What some of the routes answer. */
type Answer = { id: string; sessionId: string; barriers: { waiting: unknown[] }[] };

async function ask(method: string, path: string, body?: object) {
  const { control } = appliance.announcement;
  const response = await fetch(`${control?.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${control?.token}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}
const sessions = () => [...appliance.core.site.all('support-session')];
const eventually = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

/** Anna's session with a customer who does what the script says. */
async function aCustomer(script: object = {}) {
  const { value } = await anna.emitWithAck('session-key:create', {});
  const { status, body } = await ask('POST', '/customers', { sessionKey: value.sessionKey, ...script });
  expect([status, body.sessionId]).toEqual([201, value.sessionId]);
  return body;
}
const pin = (sessionId: string, as = anna) =>
  as.emitWithAck('support-session:pin', {
    opId: anOpId(),
    repeated: false,
    sessionId,
    name: null,
    jumpGroupId: 'all-users',
    tag: null,
    comments: '',
  });

test('a played customer joins, allows, installs, and is pinned; a jump to what was pinned works', async () => {
  const { sessionId } = await aCustomer();
  const reply = await pin(sessionId);
  expect(reply).toMatchObject({ ok: true });
  const { jumpItemId } = reply.value;
  await eventually(() =>
    expect(appliance.core.site.get('jump-item', jumpItemId)).toMatchObject({
      name: 'home-pc',
      presence: 'online',
    }),
  );
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const jump = { opId: anOpId(), repeated: false, jumpItemId, seen };
  expect(await anna.emitWithAck('jump-item:jump', jump)).toMatchObject({ ok: true });
});

const NOTHING: [object, { code: string; detail?: string }][] = [
  [{ answer: 'refuse' }, { code: 'customer-refused' }],
  [
    { until: 60, outcome: 'full' },
    { code: 'pin-failed', detail: 'full' },
  ],
  [{ outcome: 'already-pinned' }, { code: 'client-already-pinned' }],
];
for (const [script, refusal] of NOTHING) {
  test(`a played customer who does ${JSON.stringify(script)} ends the pin with ${refusal.code}`, async () => {
    const { sessionId } = await aCustomer(script);
    expect(await pin(sessionId)).toEqual({ ok: false, ...refusal });
  });
}

test('a played customer is told otherwise, step by step', async () => {
  const { id, sessionId } = await aCustomer({ answer: 'ignore', until: 40, outcome: 'wait' });
  const reply = pin(sessionId);
  await eventually(() => expect(sessions()).toMatchObject([{ pin: { state: 'asking' } }]));
  await ask('PATCH', `/customers/${id}`, { answer: 'allow' });
  await eventually(() => expect(sessions()).toMatchObject([{ pin: { state: 'installing', percent: 40 } }]));
  await ask('PATCH', `/customers/${id}`, { until: 80, outcome: 'pinned' });
  expect(await reply).toMatchObject({ ok: true });
});

test('a played customer loses the connection, comes back to the question, and leaves', async () => {
  const { id, sessionId } = await aCustomer({ answer: 'ignore' });
  const presence = (value: string) =>
    eventually(() => expect(sessions()).toMatchObject([{ customer: { presence: value } }]));
  const reply = pin(sessionId);
  await eventually(() => expect(sessions()).toMatchObject([{ pin: { state: 'asking' } }]));
  await ask('POST', `/customers/${id}/drop`, {});
  await presence('offline');
  await ask('PATCH', `/customers/${id}`, { answer: 'refuse' });
  await ask('POST', `/customers/${id}/return`, {});
  expect(await reply).toEqual({ ok: false, code: 'customer-refused' });
  await presence('online');
  expect((await ask('DELETE', `/customers/${id}`)).body).toMatchObject({ state: 'ended' });
  await eventually(() => expect(sessions()).toEqual([]));
  expect((await ask('GET', '/customers')).body).toMatchObject({ customers: [{ id, state: 'ended' }] });
});

test('a played customer with a wrong key is refused, and one that is not there is not found', async () => {
  expect(await ask('POST', '/customers', { sessionKey: '0000000' })).toEqual({
    status: 409,
    body: { error: 'session-key-refused' },
  });
  expect((await ask('POST', '/customers', { sessionKey: '0000000', answer: 'perhaps' })).status).toBe(422);
  expect((await ask('DELETE', '/customers/nobody')).status).toBe(404);
});

test('a command waits at its barrier, is listed there, and goes on when it is released', async () => {
  const { sessionId } = await aCustomer();
  const ben = appliance.console('ben');
  const place = { command: 'support-session:end', username: 'anna' };
  await ask('POST', '/barriers', place);
  const end = { opId: anOpId(), repeated: false, sessionId };
  expect(await ben.emitWithAck('support-session:end', end)).toEqual({ ok: false, code: 'session-not-found' });
  const reply = anna.emitWithAck('support-session:end', { ...end, opId: anOpId() });
  await eventually(async () =>
    expect((await ask('GET', '/barriers')).body).toMatchObject({
      barriers: [{ ...place, point: 'received', waiting: [{ username: 'anna' }] }],
    }),
  );
  expect(sessions()).toHaveLength(1);
  expect((await ask('POST', '/barriers/release', place)).body).toEqual({ released: 1 });
  expect(await reply).toEqual({ ok: true, value: {} });
  expect((await ask('POST', '/barriers/release', place)).status).toBe(404);
});

test('at the point “done” the deed is done and the answer is not there; some of those who wait go on', async () => {
  const place = { command: 'support-session:pin', point: 'done' };
  await ask('POST', '/barriers', place);
  const [one, other] = [await aCustomer(), await aCustomer()];
  const answered: number[] = [];
  const replies = [one, other].map(({ sessionId }, index) => pin(sessionId).then(() => answered.push(index)));
  await eventually(() => expect(sessions().every(({ jumpItemId }) => jumpItemId !== null)).toBe(true));
  await eventually(async () =>
    expect((await ask('GET', '/barriers')).body.barriers[0]?.waiting).toHaveLength(2),
  );
  expect(answered).toEqual([]);
  expect((await ask('POST', '/barriers/release', { ...place, count: 1 })).body).toEqual({ released: 1 });
  await Promise.race(replies);
  expect(answered).toHaveLength(1);
  expect((await ask('POST', '/barriers/release', place)).body).toEqual({ released: 1 });
  await Promise.all(replies);
});

test('only commands stop, at points that there are', async () => {
  expect((await ask('POST', '/barriers', { command: 'watch:start' })).status).toBe(422);
  expect((await ask('POST', '/barriers', { command: 'jump-item:jump', point: 'later' })).status).toBe(422);
  expect((await ask('POST', '/barriers', { command: 'jump-item:jump', username: 'nobody' })).status).toBe(
    404,
  );
});

test('a pin is answered within the time that a console waits for it', () => {
  expect(PIN_ANSWER_MS + PIN_INSTALL_MS).toBe(PIN_WITHIN_MS);
});
