import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { PIN_ANSWER_MS } from '#app/contracts/customer-protocol.ts';
import { SESSION_GRACE_MS } from '#app/contracts/session-link.ts';
import type { DeviceApps } from '#app/domain/device-apps.ts';
import type { JumpGroupId, SupportSessionId } from '#app/domain/ids.ts';
import {
  anOpId,
  createCoreFixture,
  fakeCustomerLink,
  representativeId,
  SMALL_FLEET,
  settled,
  silentTransport,
} from '../testing/core-fixture.ts';
import type { Fleet } from '../testing/fleet.ts';
import { PIN_INSTALL_MS } from './pins.ts';

const computer = {
  name: 'Erika',
  hostname: 'home-pc',
  platform: 'linux',
  operatingSystem: 'Debian',
  mode: 'user',
} as const;
const refused = (code: string, detail?: string) => ({ ok: false, code, ...(detail && { detail }) });

/** A site whose customers join Anna's sessions. */
async function aSite(change: Partial<z.input<typeof Fleet>> = {}) {
  const fixture = await createCoreFixture({ ...SMALL_FLEET, ...change });
  const { core, environment } = fixture;
  const requestsOf = (username: string) =>
    core.connectConsole(representativeId(username), silentTransport).requests;
  const anna = requestsOf('anna');
  let customers = 0;
  async function aSession(apps?: DeviceApps) {
    const created = await anna['session-key:create']({});
    if (!created.ok) throw new Error(created.code);
    const { sessionKey, sessionId } = created.value;
    customers += 1;
    const secret = String(customers).padStart(43, 'c');
    const device = apps === undefined ? computer : { ...computer, apps };
    await core.customers.join({ kind: 'session-key', protocol: 1, sessionKey, secret, computer: device });
    const customer = fakeCustomerLink();
    await core.customers.connected(sessionId, customer.link);
    return { sessionId, customer, row: () => core.site.get('support-session', sessionId) };
  }
  const pin = (sessionId: SupportSessionId, as = anna, wanted = {}) =>
    as['support-session:pin']({
      opId: anOpId(),
      repeated: false,
      sessionId,
      name: null,
      jumpGroupId: 'all-users' as JumpGroupId,
      tag: null,
      comments: '',
      ...wanted,
    });
  const register = (installerKey: string, secret = 'j') =>
    core.jumpClients.register({ installerKey, secret: secret.repeat(43), hostname: 'home-pc' });
  const keys = () => [...core.site.all('installer-key')].filter((key) => key.pin !== null);
  return { ...fixture, core, environment, requestsOf, anna, aSession, pin, register, keys };
}
type Customer = ReturnType<typeof fakeCustomerLink>;

function asked({ news }: Customer): string {
  const last = news.findLast(({ event }) => event === 'pinAsked');
  if (last === undefined) throw new Error('not asked');
  return last.body.pinId;
}
function ordered({ news }: Customer) {
  const last = news.findLast((told) => told.event === 'pinOrdered');
  if (last?.event !== 'pinOrdered') throw new Error('not ordered');
  return last.body;
}

/** Anna's customer has been asked. */
async function whileAsking(change: Partial<z.input<typeof Fleet>> = {}, wanted = {}) {
  const site = await aSite(change);
  const session = await site.aSession();
  const outcome = site.pin(session.sessionId, site.anna, wanted);
  await settled(site);
  return { ...site, ...session, outcome };
}
/** Anna's customer has allowed it. */
async function whileInstalling(change: Partial<z.input<typeof Fleet>> = {}, wanted = {}) {
  const asking = await whileAsking(change, wanted);
  await asking.core.pins.answer(asking.sessionId, { pinId: asked(asking.customer), allowed: true });
  return { ...asking, order: ordered(asking.customer) };
}

describe('R2 a pin', () => {
  test('is asked of the customer, installed, and is an item with what was wanted', async () => {
    const wanted = { name: 'Erika at home', tag: 'home', comments: 'by the window' };
    const pinning = await whileInstalling({}, wanted);
    const { core, row, order, register, outcome, customer, keys } = pinning;
    expect(customer.news[0]).toMatchObject({ event: 'pinAsked', body: { representative: 'Anna' } });
    await core.pins.progress(pinning.sessionId, { pinId: order.pinId, percent: 40 });
    expect(row()?.pin).toEqual({
      representativeId: representativeId('anna'),
      state: 'installing',
      percent: 40,
    });
    const registered = await register(order.installerKey);
    const reply = await outcome;
    expect(reply).toEqual({ ok: true, value: { jumpItemId: registered.ok && registered.value } });
    const jumpItemId = reply.ok ? reply.value.jumpItemId : '';
    expect(core.site.get('jump-item', jumpItemId)).toMatchObject({ ...wanted, jumpGroupId: 'all-users' });
    expect(row()).toMatchObject({ jumpItemId, pin: null });
    expect(customer.news.at(-1)).toMatchObject({ event: 'pinEnded', body: { pinned: true } });
    expect(keys()).toEqual([]);
  });

  test('without a name is called as the computer; its key is good once', async () => {
    const { core, order, register, outcome } = await whileInstalling();
    await register(order.installerKey);
    const reply = await outcome;
    expect(reply.ok && core.site.get('jump-item', reply.value.jumpItemId)?.name).toBe('home-pc');
    expect(await register(order.installerKey, 'k')).toEqual({ ok: false, failure: 'installer-key-refused' });
  });

  test('R2.7 where the site asks nobody, is installed at once', async () => {
    const { customer } = await whileAsking({ askBeforePin: false });
    expect(customer.news.map(({ event }) => event)).toEqual(['pinOrdered']);
  });

  test('the question comes again when the customer comes back, with the time that is left', async () => {
    const { core, environment, sessionId, customer } = await whileAsking();
    await core.customers.disconnected(sessionId, customer.link, false);
    environment.advance(10_000);
    const again = fakeCustomerLink();
    await core.customers.connected(sessionId, again.link);
    expect(asked(again)).toBe(asked(customer));
    expect(customer.news.at(-1)).toMatchObject({ body: { leftMs: PIN_ANSWER_MS } });
    expect(again.news.at(-1)).toMatchObject({ body: { leftMs: PIN_ANSWER_MS - 10_000 } });
  });

  test('its outcome is told again to a customer who was away', async () => {
    const { core, sessionId, customer, order, register, outcome } = await whileInstalling();
    await core.customers.disconnected(sessionId, customer.link, false);
    await register(order.installerKey);
    await outcome;
    const again = fakeCustomerLink();
    await core.customers.connected(sessionId, again.link);
    expect(again.news).toEqual([{ event: 'pinEnded', body: { pinId: order.pinId, pinned: true } }]);
  });

  test('R7.4 of a computer on which one runs already is refused without an answer', async () => {
    const { core, sessionId, customer, outcome, row } = await whileAsking();
    await core.pins.fail(sessionId, { pinId: asked(customer), reason: 'already-pinned' });
    expect(await outcome).toEqual(refused('client-already-pinned'));
    expect(row()?.pin).toBeNull();
  });

  test('ends neither the session nor its tab when the installed Jump Client ends', async () => {
    const { core, row, order, register, outcome } = await whileInstalling();
    await register(order.installerKey);
    const reply = await outcome;
    if (reply.ok) await core.jumpItems.remove(reply.value.jumpItemId);
    expect(row()).toMatchObject({ jumpItemId: null });
  });
});

describe('a pin that comes to nothing leaves nothing', () => {
  const leavesNothing = async ({
    row,
    keys,
    register,
    order,
  }: Awaited<ReturnType<typeof whileInstalling>>) => {
    expect(row()?.pin ?? null).toBeNull();
    expect(keys()).toEqual([]);
    expect(await register(order.installerKey)).toMatchObject({ failure: 'installer-key-refused' });
  };

  test('the customer does not allow it', async () => {
    const { core, sessionId, customer, outcome, row } = await whileAsking();
    await core.pins.answer(sessionId, { pinId: asked(customer), allowed: false });
    expect(await outcome).toEqual(refused('customer-refused'));
    expect(row()?.pin).toBeNull();
  });

  test('the customer does not answer in time; what is answered later changes nothing', async () => {
    const { core, environment, sessionId, customer, outcome, row } = await whileAsking();
    environment.advance(PIN_ANSWER_MS);
    expect(await outcome).toEqual(refused('customer-no-answer'));
    await core.pins.answer(sessionId, { pinId: asked(customer), allowed: true });
    expect(row()?.pin).toBeNull();
    expect(customer.news.at(-1)).toMatchObject({ event: 'pinEnded', body: { pinned: false } });
  });

  test('the site says how long an answer is waited for', async () => {
    const { environment, customer, outcome } = await whileAsking({ pinAnswerSeconds: 2 });
    expect(customer.news.at(-1)).toMatchObject({ body: { leftMs: 2_000 } });
    environment.advance(2_000);
    expect(await outcome).toEqual(refused('customer-no-answer'));
  });

  test('and the session says so to everybody who is in it or joins it, until the next is begun', async () => {
    const site = await whileInstalling();
    const { core, sessionId, order, outcome, row, pin } = site;
    await core.pins.fail(sessionId, { pinId: order.pinId, reason: 'full' });
    await outcome;
    const failedPin = { representativeId: representativeId('anna'), code: 'pin-failed', detail: 'full' };
    expect(row()).toMatchObject({ pin: null, failedPin });
    const next = pin(sessionId);
    await settled(site);
    expect(row()).toMatchObject({ pin: { state: 'asking' }, failedPin: null });
    await core.customers.end(sessionId);
    await next;
  });

  test('the installation takes too long', async () => {
    const pinning = await whileInstalling();
    pinning.environment.advance(PIN_INSTALL_MS);
    expect(await pinning.outcome).toEqual(refused('pin-failed', 'slow'));
    await leavesNothing(pinning);
  });

  test('the installation fails', async () => {
    const pinning = await whileInstalling();
    const { core, sessionId, order, outcome } = pinning;
    await core.pins.fail(sessionId, { pinId: order.pinId, reason: 'full' });
    expect(await outcome).toEqual(refused('pin-failed', 'full'));
    await leavesNothing(pinning);
  });

  test('R7.5 the customer leaves meanwhile', async () => {
    const pinning = await whileInstalling();
    const { core, sessionId, customer, outcome } = pinning;
    await core.customers.disconnected(sessionId, customer.link, true);
    expect(await outcome).toEqual(refused('no-customer'));
    await leavesNothing(pinning);
  });

  test('the representative ends the session meanwhile', async () => {
    const pinning = await whileInstalling();
    const { anna, sessionId, outcome } = pinning;
    await anna['support-session:end']({ opId: anOpId(), repeated: false, sessionId });
    expect(await outcome).toEqual(refused('session-not-found'));
    await leavesNothing(pinning);
  });
});

describe('refusals', () => {
  test('a missing right and an invisible Jump Group go before everything', async () => {
    const { aSession, pin, anna, requestsOf } = await aSite();
    const { sessionId } = await aSession();
    const none = 'none' as SupportSessionId;
    expect(await pin(none, requestsOf('cleo'))).toEqual(refused('not-permitted', 'create-jump-items'));
    expect(await pin(sessionId, anna, { jumpGroupId: 'team-servers' })).toEqual(
      refused('jump-group-not-found'),
    );
  });

  test('R7.5 the customer left, or never was there, or is another’s', async () => {
    const { core, aSession, pin, requestsOf } = await aSite();
    const { sessionId, customer } = await aSession();
    expect(await pin(sessionId, requestsOf('ben'))).toEqual(refused('no-customer'));
    await core.customers.disconnected(sessionId, customer.link, true);
    expect(await pin(sessionId)).toEqual(refused('no-customer'));
  });

  test('R7.6 the customer has lost the connection, and R7.5 once the grace is over', async () => {
    const site = await aSite();
    const { sessionId, customer, row } = await site.aSession();
    await site.core.customers.disconnected(sessionId, customer.link, false);
    const before = row();
    expect(await site.pin(sessionId)).toEqual(refused('customer-not-online'));
    expect(row()).toBe(before);
    site.environment.advance(SESSION_GRACE_MS);
    await settled(site);
    expect(await site.pin(sessionId)).toEqual(refused('no-customer'));
  });

  test('R2.10 a device without the apps, until it has them', async () => {
    const site = await aSite();
    const { aSession, pin, core } = site;
    const { sessionId, row } = await aSession({ supportClient: '2.2.7', jumpClient: null });
    expect(await pin(sessionId)).toEqual(refused('device-lacks-app', 'jumpClientMissing'));
    await core.customers.reportDevice(sessionId, { supportClient: '2.2.7', jumpClient: '2.1.0' });
    expect(await pin(sessionId)).toEqual(refused('device-lacks-app', 'jumpClientOutdated'));
    const apps = { supportClient: '2.2.7', jumpClient: '2.2.0' };
    await core.customers.reportDevice(sessionId, apps);
    expect(row()?.customer).toMatchObject({ apps, presence: 'online' });
    const outcome = pin(sessionId);
    await settled(site);
    expect(row()?.pin).toMatchObject({ state: 'asking' });
    await core.customers.end(sessionId);
    expect(await outcome).toEqual(refused('no-customer'));
  });

  test('R7.3 while one is pending, also a colleague’s; R7.4 once it is pinned', async () => {
    const site = await whileInstalling();
    const { sessionId, anna, requestsOf, pin, order, register, outcome } = site;
    const ben = requestsOf('ben');
    const invited = representativeId('ben');
    await anna['support-session:invite']({
      opId: anOpId(),
      repeated: false,
      sessionId,
      representativeId: invited,
    });
    expect(await pin(sessionId, ben)).toEqual(refused('pin-already-pending'));
    await register(order.installerKey);
    await outcome;
    expect(await pin(sessionId, ben)).toEqual(refused('client-already-pinned'));
  });

  test('R7.3 of two at once exactly one goes on', async () => {
    const site = await aSite();
    const { sessionId, customer } = await site.aSession();
    const both = [site.pin(sessionId), site.pin(sessionId)];
    expect(await Promise.race(both)).toEqual(refused('pin-already-pending'));
    await settled(site);
    expect(customer.news).toHaveLength(1);
  });

  test('R7.1 before R7.2, and R7.2 with room for others', async () => {
    const full = await aSite({ limits: { deployable: 4, activeDeployable: 4 } });
    expect(await full.pin((await full.aSession()).sessionId)).toEqual(refused('deployable-limit-reached'));
    const active = await aSite({ limits: { activeDeployable: 4 } });
    expect(await active.pin((await active.aSession()).sessionId)).toEqual(
      refused('active-deployable-limit-reached'),
    );
  });

  test('R7.1 of two pins in two sessions for the last place exactly one has it', async () => {
    const site = await aSite({ limits: { deployable: 5 } });
    const [one, two] = [await site.aSession(), await site.aSession()];
    const first = site.pin(one.sessionId);
    expect(await site.pin(two.sessionId)).toEqual(refused('deployable-limit-reached'));
    const someKey = site.seeded.installerKeys[0]?.key ?? '';
    expect(await site.register(someKey, 'k')).toMatchObject({ failure: 'deployable-limit-reached' });
    await site.core.pins.answer(one.sessionId, { pinId: asked(one.customer), allowed: true });
    await site.register(ordered(one.customer).installerKey);
    expect(await first).toMatchObject({ ok: true });
  });
});
