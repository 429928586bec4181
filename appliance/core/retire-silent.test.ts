import { expect, test } from 'vitest';
import { createCoreFixture, fakeLink, jumpItemId, settled } from '../testing/core-fixture.ts';

const DAY = 86_400_000;
const SECRET = 's'.repeat(43);

async function aWhileLater() {
  const fixture = await createCoreFixture();
  const { core, environment, seeded } = fixture;
  const pass = async (days: number) => {
    environment.advance(days * DAY);
    await settled(fixture);
  };
  const registration = { installerKey: seeded.installerKeys[0]?.key ?? '', secret: SECRET, hostname: 'box' };
  const outcome = await core.jumpClients.register(registration);
  if (!outcome.ok) throw new Error(outcome.failure);
  return { core, pass, id: outcome.value };
}

test('R1.12 a Jump Client that does not connect for 180 days leaves the list, and is told to uninstall itself', async () => {
  const { core, pass, id } = await aWhileLater();
  const { link } = fakeLink();
  await core.jumpClients.connected(id, link, '192.0.2.1');
  await pass(100);
  await core.jumpClients.disconnected(id, link, false);
  await pass(179);
  expect(core.jumpClients.recognize(id, SECRET).ok).toBe(true);
  await pass(1);
  expect(core.site.get('jump-item', id)).toBeUndefined();
  expect(core.site.get('reported-statistics', id)).toBeUndefined();
  const late = fakeLink();
  expect(core.jumpClients.recognize(id, SECRET)).toEqual({ ok: true, value: id });
  expect(await core.jumpClients.connected(id, late.link, '192.0.2.1')).toBeNull();
  expect(late.toldToUninstall).toHaveLength(1);
  expect(core.jumpClients.recognize(id, SECRET)).toEqual({ ok: false, failure: 'jump-client-unknown' });
});

test('R1.12 one that connects in time, one that is there, and one that was uninstalled stay', async () => {
  const { core, pass, id } = await aWhileLater();
  await core.jumpItems.change(jumpItemId('till'), { presence: 'uninstalled' });
  await pass(170);
  const { link } = fakeLink();
  await core.jumpClients.connected(id, link, '192.0.2.1');
  await core.jumpClients.disconnected(id, link, false);
  await pass(170);
  expect(core.site.get('jump-item', id)).toBeDefined();
  expect(core.site.get('jump-item', 'till')).toMatchObject({ presence: 'uninstalled' });
  expect(core.site.get('jump-item', 'reception')).toMatchObject({ presence: 'online' });
});

test('R1.12 who was silent for too long before a start is not listed after it', async () => {
  const old = { method: 'jump-client', presence: 'offline', jumpGroup: 'All Users' } as const;
  const { core } = await createCoreFixture({
    siteName: 'Small Site',
    accounts: [{ username: 'anna', displayName: 'Anna' }],
    jumpItems: [
      { ...old, id: 'silent', name: 'Silent', presenceSince: '180d' },
      { ...old, id: 'quiet', name: 'Quiet', presenceSince: '179d' },
    ],
  });
  expect([...core.site.all('jump-item')].map(({ id }) => id)).toEqual(['quiet']);
});
