import { describe, expect, test } from 'vitest';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import {
  anOpId,
  createCoreFixture,
  fakeCustomerLink,
  fakeLink,
  jumpItemId,
  representativeId,
  settled,
  silentTransport,
} from '../testing/core-fixture.ts';
import { createApplianceCore } from './appliance-core.ts';
import type { DispatchOutcome } from './start-link.ts';

const SECRET = 's'.repeat(43);
const COMPUTER = {
  name: 'Erika Muster',
  hostname: 'home-pc',
  platform: 'linux',
  operatingSystem: 'Debian 12',
  mode: 'user',
} as const;

/** Anna has a session key. */
async function withKey() {
  const fixture = await createCoreFixture();
  const { core } = fixture;
  const console = (username: string) =>
    core.connectConsole(representativeId(username), silentTransport).requests;
  const anna = console('anna');
  const created = await anna['session-key:create']({});
  if (!created.ok) throw new Error(created.code);
  const { sessionKey, sessionId } = created.value;
  const join = (key = sessionKey, secret = SECRET, change = {}) =>
    core.customers.join({
      kind: 'session-key',
      protocol: 1,
      sessionKey: key,
      secret,
      computer: { ...COMPUTER, ...change },
    });
  const comeBack = (secret = SECRET) =>
    core.customers.comeBack({ kind: 'return', protocol: 1, sessionId, secret });
  const session = () => core.site.get('support-session', sessionId);
  return { ...fixture, console, anna, sessionKey, sessionId, join, comeBack, session };
}

/** A customer has joined with it. */
async function inSession(answer?: () => DispatchOutcome | Promise<DispatchOutcome>) {
  const fixture = await withKey();
  await fixture.join();
  const customer = fakeCustomerLink(answer);
  await fixture.core.customers.connected(fixture.sessionId, customer.link);
  await settled(fixture);
  return { ...fixture, customer };
}
const refused = { ok: false, failure: 'session-key-refused' };

describe('joining', () => {
  test('a customer with a key makes the support session, and is asked to its representative', async () => {
    const { session, sessionId, customer, anna } = await inSession();
    expect(session()).toMatchObject({
      id: sessionId,
      jumpItemId: null,
      name: 'Erika Muster',
      representativeId: representativeId('anna'),
      representativeNames: ['Anna'],
      customer: { hostname: 'home-pc', presence: 'online' },
    });
    expect(customer.welcomes).toEqual([{ id: sessionId, names: ['Anna'] }]);
    expect(customer.started).toMatchObject([{ sessionId, representativeId: representativeId('anna') }]);
    expect(await anna['support-session:join']({ sessionId })).toMatchObject({ ok: true });
  });

  test('a wrong, a used and an expired key are refused alike', async () => {
    const { join, environment, anna } = await withKey();
    expect(await join('7654321')).toEqual(refused);
    expect(await join()).toMatchObject({ ok: true });
    expect(await join(undefined, 't'.repeat(43))).toEqual(refused);
    const another = await anna['session-key:create']({});
    environment.advance(20 * 60_000);
    expect(another.ok && (await join(another.value.sessionKey, 'u'.repeat(43)))).toEqual(refused);
  });

  test('the same key with the same secret again is the same customer: a lost answer costs no key', async () => {
    const { join, sessionId } = await withKey();
    const both = [await join(), await join()];
    expect(both).toEqual([
      { ok: true, value: sessionId },
      { ok: true, value: sessionId },
    ]);
  });

  const names: [string, object, string][] = [
    ['without a name is called as the computer', { name: '' }, 'home-pc'],
    ['with a name of control characters, too', { name: 'a\u001b[2Jb' }, 'home-pc'],
    ['without either is a customer', { name: ' ', hostname: '' }, 'Customer'],
  ];
  for (const [title, change, name] of names) {
    test(`a customer ${title}`, async () => {
      const { join, session } = await withKey();
      await join(undefined, undefined, change);
      expect(session()).toMatchObject({ name });
    });
  }

  test('a customer who never connects after that leaves no session behind', async () => {
    const fixture = await withKey();
    await fixture.join();
    fixture.environment.advance(SESSION_GRACE_MS);
    await settled(fixture);
    expect(fixture.session()).toBeUndefined();
    expect(fixture.core.relay.count()).toBe(0);
  });

  test('a program that cannot start the session ends it', async () => {
    const fixture = await inSession(() => ({ ok: false, reason: 'failed' }));
    await settled(fixture);
    expect(fixture.session()).toBeUndefined();
    expect(fixture.customer.ends).toEqual(['refused']);
  });
});

describe('a lost connection', () => {
  test('the customer is offline meanwhile, and comes back with the secret alone', async () => {
    const { core, sessionId, customer, comeBack, session } = await inSession();
    await core.customers.disconnected(sessionId, customer.link, false);
    expect(session()).toMatchObject({ customer: { presence: 'offline' } });
    expect(comeBack('x'.repeat(43))).toEqual({ ok: false, failure: 'session-ended' });
    expect(comeBack()).toEqual({ ok: true, value: sessionId });
    const again = fakeCustomerLink();
    await core.customers.connected(sessionId, again.link);
    expect(session()).toMatchObject({ customer: { presence: 'online' } });
    expect(again.welcomes).toEqual([{ id: sessionId, names: ['Anna'] }]);
  });

  test('who does not come back within two minutes has left', async () => {
    const fixture = await inSession();
    const { core, sessionId, customer, comeBack, session, environment } = fixture;
    await core.customers.disconnected(sessionId, customer.link, false);
    environment.advance(SESSION_GRACE_MS - 1);
    await settled(fixture);
    expect(session()).toBeDefined();
    environment.advance(1);
    await settled(fixture);
    expect(session()).toBeUndefined();
    expect(comeBack()).toEqual({ ok: false, failure: 'session-ended' });
  });

  test('a newer connection replaces an older one, whose end means nothing', async () => {
    const { core, sessionId, customer, session } = await inSession();
    await core.customers.connected(sessionId, fakeCustomerLink().link);
    expect(customer.closedTimes()).toBe(1);
    await core.customers.disconnected(sessionId, customer.link, false);
    expect(session()).toMatchObject({ customer: { presence: 'online' } });
  });

  test('one that was lost while the session was being started is asked again when it is back', async () => {
    const { core, sessionId, customer } = await inSession(() => 'not-connected');
    await core.customers.disconnected(sessionId, customer.link, false);
    const again = fakeCustomerLink();
    await core.customers.connected(sessionId, again.link);
    expect(again.started).toMatchObject([{ representativeId: representativeId('anna') }]);
  });
});

describe('the end', () => {
  test('the customer ends it', async () => {
    const { core, sessionId, session, customer } = await inSession();
    await core.customers.end(sessionId);
    expect(session()).toBeUndefined();
    expect(customer.ends).toEqual(['computer']);
    expect(core.relay.count()).toBe(0);
  });

  test('the customer takes leave', async () => {
    const { core, sessionId, session, customer } = await inSession();
    await core.customers.disconnected(sessionId, customer.link, true);
    expect(session()).toBeUndefined();
  });

  test('the representative ends it, and the customer is told', async () => {
    const { anna, sessionId, customer, comeBack } = await inSession();
    await anna['support-session:end']({ opId: anOpId(), repeated: false, sessionId });
    expect(customer.ends).toEqual(['representative']);
    expect(comeBack()).toEqual({ ok: false, failure: 'session-ended' });
  });

  test('a restart of the appliance: an open key is still good where records are kept, a session is over', async () => {
    const {
      anna,
      storage,
      environment,
      failures,
      sessionId,
      environment: { digest },
    } = await inSession();
    const open = await anna['session-key:create']({});
    const restarted = await createApplianceCore(storage, environment, (error) => failures.push(error));
    expect(restarted.site.get('support-session', sessionId)).toBeUndefined();
    const back = { kind: 'return', protocol: 1, sessionId, secret: SECRET } as const;
    expect(restarted.customers.comeBack(back)).toEqual({ ok: false, failure: 'session-ended' });
    expect(open.ok && restarted.site.get('session-key', digest(open.value.sessionKey))).toBeTruthy();
  });
});

describe('several representatives', () => {
  const notFound = { ok: false, code: 'session-not-found' };

  async function withBen() {
    const fixture = await inSession();
    const { sessionId, console } = fixture;
    const ben = console('ben');
    const invite = (who: string, from = fixture.anna, session: SupportSessionId = sessionId) =>
      from['support-session:invite']({
        opId: anOpId(),
        repeated: false,
        sessionId: session,
        representativeId: representativeId(who),
      });
    const end = (from: typeof ben) =>
      from['support-session:end']({ opId: anOpId(), repeated: false, sessionId });
    return { ...fixture, ben, invite, end };
  }

  test('who is signed in and not in it can be invited', async () => {
    const { anna, ben, sessionId } = await withBen();
    expect(await anna['support-session:list-invitable']({ sessionId })).toEqual({
      ok: true,
      value: { representatives: [{ id: representativeId('ben'), displayName: 'Ben' }] },
    });
    expect(await ben['support-session:list-invitable']({ sessionId })).toEqual(notFound);
  });

  test('who is invited has the session, a link of their own, and may invite others', async () => {
    const { invite, ben, sessionId, session, customer, console } = await withBen();
    expect(await invite('ben')).toEqual({ ok: true, value: {} });
    expect(session()).toMatchObject({
      representativeId: representativeId('anna'),
      invitedIds: [representativeId('ben')],
      representativeNames: ['Anna', 'Ben'],
    });
    expect(customer.started.map((start) => start.representativeId)).toEqual([
      representativeId('anna'),
      representativeId('ben'),
    ]);
    expect(customer.welcomes.at(-1)).toEqual({ id: sessionId, names: ['Anna', 'Ben'] });
    expect(await ben['support-session:join']({ sessionId })).toMatchObject({ ok: true });
    console('dora');
    expect(await invite('dora', ben)).toEqual({ ok: true, value: {} });
    expect(await invite('ben')).toEqual({ ok: true, value: {} });
    expect(session()?.representativeNames).toEqual(['Anna', 'Ben', 'Dora']);
  });

  test('who is not signed in cannot be invited, and who takes no part invites nobody', async () => {
    const { invite, ben } = await withBen();
    expect(await invite('dora')).toEqual({ ok: false, code: 'representative-not-online' });
    expect(await invite('ben', ben)).toEqual(notFound);
  });

  test('a computer that does not take the link leaves everything as it was', async () => {
    const answers: DispatchOutcome[] = [{ ok: true }, { ok: false, reason: 'failed' }];
    const { core, console, anna, sessionId, session } = await inSession(() => answers.shift() ?? 'nonsense');
    console('ben');
    const invitation = {
      opId: anOpId(),
      repeated: false,
      sessionId,
      representativeId: representativeId('ben'),
    };
    expect(await anna['support-session:invite'](invitation)).toEqual({
      ok: false,
      code: 'session-start-failed',
    });
    expect(session()?.invitedIds).toEqual([]);
    expect(core.relay.count()).toBe(1);
  });

  test('one who was invited leaves, and the session goes on; who began it ends it for all', async () => {
    const { invite, ben, anna, end, session, customer, core } = await withBen();
    await invite('ben');
    expect(await end(ben)).toEqual({ ok: true, value: {} });
    expect(session()).toMatchObject({ invitedIds: [], representativeNames: ['Anna'] });
    expect([customer.ends, core.relay.count()]).toEqual([[], 1]);
    expect(await end(ben)).toEqual(notFound);
    await invite('ben');
    await end(anna);
    expect([session(), core.relay.count()]).toEqual([undefined, 0]);
  });

  test('an invited one who does not come to the session has left it', async () => {
    const fixture = await withBen();
    const { invite, environment, core, sessionId, session } = fixture;
    const there = {
      notify: () => undefined,
      relay: () => undefined,
      hasRoom: () => true,
      close: () => undefined,
    };
    for (const side of ['computer', 'representative'] as const) {
      const token = core.relay.issueToken({ sessionId, representativeId: representativeId('anna') }, side);
      core.relay.join(token ?? '', there);
    }
    await invite('ben');
    environment.advance(SESSION_GRACE_MS);
    await settled(fixture);
    expect(session()).toMatchObject({ invitedIds: [] });
  });
});

test('nobody is invited past the right to jump to an item', async () => {
  const { core } = await createCoreFixture();
  await core.jumpClients.connected(jumpItemId('till'), fakeLink().link, '192.0.2.1');
  const anna = core.connectConsole(representativeId('anna'), silentTransport).requests;
  for (const other of ['ben', 'cleo', 'dora']) core.connectConsole(representativeId(other), silentTransport);
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const jump = { opId: anOpId(), repeated: false, jumpItemId: jumpItemId('till'), seen };
  const answer = await anna['jump-item:jump'](jump);
  if (!answer.ok) throw new Error(answer.code);
  const { sessionId } = answer.value;
  const invite = (who: string) => {
    const invited = { sessionId, representativeId: representativeId(who) };
    return anna['support-session:invite']({ opId: anOpId(), repeated: false, ...invited });
  };
  expect(await anna['support-session:list-invitable']({ sessionId })).toMatchObject({
    value: { representatives: [{ displayName: 'Ben' }] },
  });
  expect(await invite('cleo')).toMatchObject({
    ok: false,
    code: 'not-permitted',
    detail: 'jump-to-jump-items',
  });
  expect(await invite('dora')).toMatchObject({ ok: false, code: 'not-permitted' });
  expect(await invite('ben')).toEqual({ ok: true, value: {} });
  expect(core.site.get('jump-item', 'till')).toMatchObject({ inSessionWith: ['Anna', 'Ben'] });
});
