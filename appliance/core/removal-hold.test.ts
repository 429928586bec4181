import { expect, test } from 'vitest';
import { REMOVAL_HELD_MS } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import {
  anOpId,
  createCoreFixture,
  fakeLink,
  jumpItemId,
  representativeId,
  settled,
  silentTransport,
} from '../testing/core-fixture.ts';
import { createApplianceCore } from './appliance-core.ts';
import { countJumpClients, findJumpClientRow } from './jump-client-rows.ts';

const SECRET = 's'.repeat(43);
const seen = (propertiesRev = 1) => ({ propertiesRev, presenceRev: 1 });

/** A site with one real computer, connected, that Anna removes. */
async function aRemovedComputer() {
  const fixture = await createCoreFixture();
  const { core, environment, seeded } = fixture;
  const { site, jumpClients } = core;
  const installerKey = seeded.installerKeys[0]?.key ?? '';
  const registered = await jumpClients.register({ installerKey, secret: SECRET, hostname: 'box' });
  if (!registered.ok) throw new Error(registered.failure);
  const id = registered.value;
  const computer = fakeLink();
  await jumpClients.connected(id, computer.link, '192.0.2.7');
  await jumpClients.reportStatistics(id, { operatingSystem: 'Debian 12' });
  const { requests } = core.connectConsole(representativeId('anna'), silentTransport);
  const jump = () =>
    requests['jump-item:jump']({ opId: anOpId(), repeated: false, jumpItemId: id, seen: seen() });
  const given = { repeated: false, part: { number: 1, of: 1 } };
  const remove = async () => {
    const opId = anOpId();
    const items = [{ jumpItemId: id, seen: seen(site.get('jump-item', id)?.propertiesRev) }];
    expect(await requests['jump-items:remove']({ opId, ...given, items })).toMatchObject({
      value: { done: 1 },
    });
    return () => requests['jump-items:undo']({ opId: anOpId(), repeated: false, undoneOpId: opId });
  };
  const pass = async (ms: number) => {
    environment.advance(ms);
    await settled(fixture);
    await settled(fixture);
  };
  return { ...fixture, site, jumpClients, id, computer, jump, remove, pass };
}

function isListed({ site }: { site: { get(kind: 'jump-item', id: string): unknown } }, id: JumpItemId) {
  return site.get('jump-item', id) !== undefined;
}

test('R1.9 for ten seconds a removed item refuses sessions, counts, and keeps what it reported', async () => {
  const { site, id, jump, remove, pass, computer, jumpClients } = await aRemovedComputer();
  const counts = countJumpClients(site);
  await remove();
  await pass(REMOVAL_HELD_MS - 1);
  expect(isListed({ site }, id)).toBe(false);
  expect(await jump()).toEqual({ ok: false, code: 'client-not-found' });
  expect(countJumpClients(site)).toEqual(counts);
  expect(site.get('reported-statistics', id)?.statistics).toEqual({ operatingSystem: 'Debian 12' });
  expect(jumpClients.recognize(id, SECRET).ok).toBe(true);
  expect(computer.toldToUninstall).toEqual([]);
});

test('R1.9 then it is gone with all that was kept of it, and its Jump Client uninstalls itself', async () => {
  const { site, id, remove, pass, computer, jumpClients } = await aRemovedComputer();
  const { deployed, active } = countJumpClients(site);
  const undo = await remove();
  await pass(10_100);
  expect(computer.toldToUninstall).toHaveLength(1);
  expect(await undo()).toEqual({ ok: false, code: 'undo-expired' });
  expect(site.get('removed-jump-item', id)).toBeUndefined();
  expect(site.get('reported-statistics', id)).toBeUndefined();
  expect(site.get('jump-client-identity', id)).toBeUndefined();
  expect(jumpClients.recognize(id, SECRET).ok).toBe(false);
  expect(countJumpClients(site)).toEqual({ deployed: deployed - 1, active: active - 1 });
});

test('R1.9 taken back after 9.9 seconds, nothing happens to it', async () => {
  const { site, id, remove, pass, computer, jump } = await aRemovedComputer();
  const before = site.get('jump-item', id);
  const undo = await remove();
  await pass(9_900);
  expect(await undo()).toMatchObject({ ok: true, value: { done: 1 } });
  await pass(60_000);
  expect(site.get('jump-item', id)).toEqual(before);
  expect(computer.toldToUninstall).toEqual([]);
  expect(await jump()).toMatchObject({ ok: true });
});

test('R1.9 removed again after an undo, it is held for ten seconds anew', async () => {
  const { site, id, remove, pass } = await aRemovedComputer();
  const undo = await remove();
  await pass(5_000);
  await undo();
  await remove();
  await pass(5_000);
  expect(site.get('removed-jump-item', id)).toBeDefined();
  await pass(5_000);
  expect(site.get('removed-jump-item', id)).toBeUndefined();
});

test('R1.9 a live session survives an undo, and its name stands in the row again', async () => {
  const { site, id, remove, pass, jump } = await aRemovedComputer();
  await jump();
  const undo = await remove();
  await pass(5_000);
  await undo();
  expect([...site.all('support-session')]).toHaveLength(1);
  expect(site.get('jump-item', id)).toMatchObject({ inSessionWith: ['Anna'] });
});

test('R1.9 a session that ends during the hold is not in the row that comes back', async () => {
  const { core, site, id, remove, jump } = await aRemovedComputer();
  await jump();
  const undo = await remove();
  for (const session of [...site.all('support-session')]) {
    await core.supportSessions.end(session.id, 'representative');
  }
  await undo();
  expect(site.get('jump-item', id)).toMatchObject({ inSessionWith: [] });
});

test('R1.9 live sessions end with the hold', async () => {
  const { site, core, remove, pass, jump } = await aRemovedComputer();
  await jump();
  await remove();
  await pass(9_999);
  expect([...site.all('support-session')]).toHaveLength(1);
  await pass(1);
  expect([...site.all('support-session')]).toEqual([]);
  expect(core.relay.count()).toBe(0);
});

test('R1.9 a session that was starting when the item was removed does not begin', async () => {
  const { site, id, remove, jump, jumpClients } = await aRemovedComputer();
  const slow = fakeLink(async () => {
    await remove();
    return { ok: true };
  });
  await jumpClients.connected(id, slow.link, '192.0.2.7');
  expect(await jump()).toEqual({ ok: false, code: 'client-not-found' });
  expect([...site.all('support-session')]).toEqual([]);
});

test('R1.9 meanwhile its computer comes and goes and reports, and what it said is there after an undo', async () => {
  const { core, site, id, remove, pass, computer, jumpClients } = await aRemovedComputer();
  const undo = await remove();
  await jumpClients.disconnected(id, computer.link, false);
  expect(findJumpClientRow(site, id)).toMatchObject({ presence: 'offline' });
  await pass(1_000);
  const back = fakeLink();
  expect(await jumpClients.connected(id, back.link, '192.0.2.9')).toMatchObject({ name: 'box' });
  await jumpClients.reportStatistics(id, { consoleUser: 'alex' });
  await undo();
  const row = site.get('jump-item', id);
  expect(row).toMatchObject({ presence: 'online', publicIp: '192.0.2.9', consoleUser: 'alex' });
  if (row?.method !== 'jump-client') throw new Error('no row');
  expect(core.histories.of(row).presence.map(({ presence }) => presence)).toEqual([
    'offline',
    'online',
    'offline',
    'online',
  ]);
});

test('R1.12 its user uninstalls it meanwhile: that is what comes back, and nobody is told anything', async () => {
  const { site, id, remove, pass, jumpClients, computer } = await aRemovedComputer();
  const undo = await remove();
  await jumpClients.uninstall(id);
  await undo();
  expect(site.get('jump-item', id)).toMatchObject({ presence: 'uninstalled', operatingSystem: 'Debian 12' });
  await remove();
  await pass(REMOVAL_HELD_MS);
  expect(isListed({ site }, id)).toBe(false);
  expect(computer.toldToUninstall).toEqual([]);
});

test('R1.9 an absent computer is told when it comes back', async () => {
  const { id, remove, pass, jumpClients, computer } = await aRemovedComputer();
  await jumpClients.disconnected(id, computer.link, false);
  await remove();
  await pass(REMOVAL_HELD_MS);
  await pass(100 * 86_400_000);
  const back = fakeLink();
  expect(jumpClients.recognize(id, SECRET)).toEqual({ ok: true, value: id });
  expect(await jumpClients.connected(id, back.link, '192.0.2.7')).toBeNull();
  expect(back.toldToUninstall).toHaveLength(1);
  expect(jumpClients.recognize(id, SECRET).ok).toBe(false);
});

test('R1.9 a restart completes the hold: the item is gone, and its computer told when it comes back', async () => {
  const { core, id, remove, storage, environment, failures } = await aRemovedComputer();
  await remove();
  core.close();
  const after = await createApplianceCore(storage, environment, (error) => failures.push(error));
  expect([...after.site.all('removed-jump-item')]).toEqual([]);
  expect(isListed(after, id)).toBe(false);
  expect(after.site.get('reported-statistics', id)).toBeUndefined();
  const back = fakeLink();
  expect(await after.jumpClients.connected(id, back.link, '192.0.2.7')).toBeNull();
  expect(back.toldToUninstall).toHaveLength(1);
  expect(failures).toEqual([]);
});

test('who was shown the item sees its simulated past again after an undo', async () => {
  const fixture = await createCoreFixture();
  const { core } = fixture;
  await core.jumpItems.change(jumpItemId('till'), { presence: 'offline' });
  const spans = () => {
    const row = findJumpClientRow(core.site, jumpItemId('till'));
    return row === undefined ? [] : core.histories.of(row).presence;
  };
  const before = spans();
  const { requests } = core.connectConsole(representativeId('anna'), silentTransport);
  const opId = anOpId();
  const items = [{ jumpItemId: jumpItemId('till'), seen: seen() }];
  await requests['jump-items:remove']({ opId, repeated: false, part: { number: 1, of: 1 }, items });
  await requests['jump-items:undo']({ opId: anOpId(), repeated: false, undoneOpId: opId });
  expect(spans()).toEqual(before);
  expect(before).toHaveLength(2);
});
