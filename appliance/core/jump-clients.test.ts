import { describe, expect, test } from 'vitest';
import { createCoreFixture, fakeLink, settled } from '../testing/core-fixture.ts';

const SECRET = 's'.repeat(43);

async function registered(hostname = 'box.example') {
  const fixture = await createCoreFixture();
  const installerKey = fixture.seeded.installerKeys[0]?.key ?? '';
  const { jumpClients, site } = fixture.core;
  const register = (secret = SECRET, key = installerKey) =>
    jumpClients.register({ installerKey: key, secret, hostname });
  const outcome = await register();
  if (!outcome.ok) throw new Error(outcome.failure);
  const id = outcome.value;
  const row = () => {
    const item = site.get('jump-item', id);
    if (item?.method !== 'jump-client') throw new Error('no row');
    return item;
  };
  return { ...fixture, jumpClients, register, id, row };
}

describe('R3.3 registration', () => {
  test('makes an item in the Jump Group of the installer, named after the computer', async () => {
    const { row } = await registered();
    expect(row()).toMatchObject({ name: 'box.example', hostname: 'box.example', jumpGroupId: 'all-users' });
    expect(row()).toMatchObject({ presence: 'offline', connection: 'active' });
  });

  test('with the same secret again is the same Jump Client', async () => {
    const { core, register, id } = await registered();
    const before = [...core.site.all('jump-item')].length;
    expect(await register()).toEqual({ ok: true, value: id });
    expect([...core.site.all('jump-item')]).toHaveLength(before);
  });

  test('of two at once with one secret makes one item', async () => {
    const { core, register } = await registered();
    const before = [...core.site.all('jump-item')].length;
    const [one, two] = await Promise.all([register('t'.repeat(43)), register('t'.repeat(43))]);
    expect(one).toEqual(two);
    expect([...core.site.all('jump-item')]).toHaveLength(before + 1);
  });

  test('with a wrong installer key is refused', async () => {
    const { register } = await registered();
    const refused = { ok: false, failure: 'installer-key-refused' };
    expect(await register('u'.repeat(43), 'guessed')).toEqual(refused);
  });

  test('the secret is kept as a hash alone', async () => {
    const { storage } = await registered();
    const secrets = JSON.stringify([...(await storage.load())]).replaceAll(`digest of ${SECRET}`, '');
    expect(secrets).not.toContain(SECRET);
  });

  for (const hostname of ['a'.repeat(129), 'bell\u0007', '\ud83d', '\u200b']) {
    test(`R2.2 a host name that cannot be a name is not one: ${JSON.stringify(hostname.slice(0, 9))}`, async () => {
      expect((await registered(hostname)).row().name).toBe('Unnamed computer');
    });
  }

  test('who has registered is recognized by the secret, and by nothing else', async () => {
    const { jumpClients, id } = await registered();
    const unknown = { ok: false, failure: 'jump-client-unknown' };
    expect(jumpClients.recognize(id, SECRET)).toEqual({ ok: true, value: id });
    expect(jumpClients.recognize(id, 'x'.repeat(43))).toEqual(unknown);
    expect(jumpClients.recognize('till' as never, SECRET)).toEqual(unknown);
  });
});

describe('R5.1 presence', () => {
  test('follows the connection, and its revision rises with it', async () => {
    const { jumpClients, id, row, environment } = await registered();
    const { link } = fakeLink();
    await jumpClients.connected(id, link, '192.0.2.7');
    expect(row()).toMatchObject({ presence: 'online', presenceRev: 2, publicIp: '192.0.2.7' });
    environment.advance(5_000);
    await jumpClients.disconnected(id, link, false);
    expect(row()).toMatchObject({
      presence: 'offline',
      presenceRev: 3,
      presenceSince: environment.clock.now(),
    });
  });

  test('a second connection of the same identity replaces the first', async () => {
    const { jumpClients, id, row } = await registered();
    const [first, second] = [fakeLink(), fakeLink()];
    await jumpClients.connected(id, first.link, '192.0.2.7');
    await jumpClients.connected(id, second.link, '192.0.2.8');
    expect(first.closedTimes()).toBe(1);
    await jumpClients.disconnected(id, first.link, false);
    expect(row().presence).toBe('online');
  });

  test('R5.4 disabled outlasts a lost connection', async () => {
    const { jumpClients, id, row } = await registered();
    const [first, second] = [fakeLink(), fakeLink()];
    await jumpClients.connected(id, first.link, '192.0.2.7');
    await jumpClients.setDisabled(id, true);
    expect(row().presence).toBe('disabled');
    await jumpClients.disconnected(id, first.link, false);
    expect(row().presence).toBe('offline');
    await jumpClients.connected(id, second.link, '192.0.2.7');
    expect(row().presence).toBe('disabled');
    await jumpClients.setDisabled(id, false);
    expect(row().presence).toBe('online');
  });

  test('R5.5 a device that takes leave is offline, and why; back again, nothing is left of it', async () => {
    const { jumpClients, id, row } = await registered();
    const { link } = fakeLink();
    await jumpClients.connected(id, link, '');
    await jumpClients.rest(id, 'battery');
    expect(row()).toMatchObject({ presence: 'offline', offlineBecause: 'battery' });
    await jumpClients.disconnected(id, link, true);
    expect(row()).toMatchObject({ presence: 'offline', offlineBecause: 'battery' });
    await jumpClients.connected(id, fakeLink().link, '');
    expect(row().presence).toBe('online');
    expect(row()).not.toHaveProperty('offlineBecause');
  });

  test('R1.12 uninstalled, it stays listed with its last statistics, and nobody is it again', async () => {
    const { core, jumpClients, id, row } = await registered();
    const { link } = fakeLink();
    await jumpClients.connected(id, link, '192.0.2.7');
    await jumpClients.reportStatistics(id, { operatingSystem: 'Debian 12' });
    await jumpClients.uninstall(id);
    await jumpClients.disconnected(id, link, true);
    expect(row()).toMatchObject({ presence: 'uninstalled', operatingSystem: 'Debian 12' });
    expect(core.site.get('reported-statistics', id)?.statistics.operatingSystem).toBe('Debian 12');
    expect(jumpClients.recognize(id, SECRET).ok).toBe(false);
  });

  test('R1.9 with its item gone it is told to uninstall itself, sent away, and unknown from then on', async () => {
    const fixture = await registered();
    const { core, jumpClients, id } = fixture;
    const computer = fakeLink();
    const welcome = await jumpClients.connected(id, computer.link, '192.0.2.7');
    await core.jumpItems.remove(id);
    await settled(fixture);
    const [removed] = computer.toldToUninstall;
    expect(welcome?.removalDigest).toBe(core.environment.digest(removed?.removalKey ?? ''));
    expect(computer.closedTimes()).toBe(1);
    await jumpClients.disconnected(id, computer.link, true);
    expect(core.site.get('jump-item', id)).toBeUndefined();
    expect(core.site.get('reported-statistics', id)).toBeUndefined();
    expect(jumpClients.recognize(id, SECRET).ok).toBe(false);
  });

  test('R1.9 one that does not hear it is told at each connect until it does', async () => {
    const fixture = await registered();
    const { core, jumpClients, id, register } = fixture;
    const [deaf, back] = [fakeLink(undefined, false), fakeLink()];
    await jumpClients.connected(id, deaf.link, '192.0.2.7');
    await core.jumpItems.remove(id);
    await settled(fixture);
    expect(jumpClients.recognize(id, SECRET)).toEqual({ ok: true, value: id });
    expect(await register()).toEqual({ ok: true, value: id });
    expect(await jumpClients.connected(id, back.link, '192.0.2.7')).toBeNull();
    expect(back.toldToUninstall).toEqual(deaf.toldToUninstall);
    expect(back.closedTimes()).toBe(1);
    expect(jumpClients.recognize(id, SECRET).ok).toBe(false);
    expect(core.site.get('reported-statistics', id)).toBeUndefined();
  });

  test('what a removed Jump Client still has to say is kept nowhere', async () => {
    const { core, jumpClients, id } = await registered();
    await core.jumpItems.remove(id);
    expect(await jumpClients.reportStatistics(id, { operatingSystem: 'Debian 12' })).toBe(true);
    await jumpClients.uninstall(id);
    expect(jumpClients.lastHeardAt(id)).toBeNull();
    expect(core.site.get('reported-statistics', id)).toBeUndefined();
  });
});

describe('R5.2 statistics', () => {
  test('fill the row, and each keeps the time of its own report', async () => {
    const { core, jumpClients, id, row, environment } = await registered();
    const start = environment.clock.now();
    await jumpClients.reportStatistics(id, { consoleUser: 'alex', privateIps: ['10.0.0.5', 'fe80::1'] });
    environment.advance(1_000);
    await jumpClients.reportStatistics(id, { consoleUser: '' });
    expect(row()).toMatchObject({ consoleUser: '', privateIp: '10.0.0.5' });
    const { reportedAt } = core.site.get('reported-statistics', id) ?? {};
    expect(reportedAt).toEqual({ consoleUser: start + 1_000, privateIps: start });
  });

  test('the version belongs to the presence, all else does not', async () => {
    const { jumpClients, id, row } = await registered();
    await jumpClients.reportStatistics(id, { consoleUser: 'alex' });
    expect(row()).toMatchObject({ presenceRev: 1, propertiesRev: 1 });
    await jumpClients.reportStatistics(id, { version: '2.0.0' });
    expect(row()).toMatchObject({ presenceRev: 2, propertiesRev: 1 });
  });

  test('a start time that wavers by seconds changes nothing', async () => {
    const { jumpClients, id, row } = await registered();
    await jumpClients.reportStatistics(id, { bootedAt: 1_000_000 });
    const before = row();
    await jumpClients.reportStatistics(id, { bootedAt: 1_000_900 });
    expect(row()).toBe(before);
  });

  test('a computer whose clock is wrong by years has been up for as long as it says', async () => {
    const { jumpClients, id, row, environment } = await registered();
    const [upFor, years] = [3_600_000, 315_360_000_000];
    const now = environment.clock.now();
    for (const wrongNow of [now + years, now - years]) {
      await jumpClients.reportStatistics(id, { bootedAt: wrongNow - upFor }, wrongNow);
      expect(row().bootedAt).toBe(now - upFor);
    }
  });

  test('more than a computer can have is refused', async () => {
    const { jumpClients, id } = await registered();
    const disks = Array.from({ length: 32 }, () => ({
      mount: '\u0001'.repeat(256),
      totalBytes: 1,
      usedBytes: 1,
    }));
    expect(await jumpClients.reportStatistics(id, { disks })).toBe(false);
  });
});
