import { expect, test } from 'vitest';
import {
  anOpId,
  createCoreFixture,
  fakeLink,
  representativeId,
  silentTransport,
} from '../testing/core-fixture.ts';
import { createApplianceCore } from './appliance-core.ts';

test('after a restart no session lives, and every Jump Client is offline until it is back', async () => {
  const { core, environment, storage, seeded, failures } = await createCoreFixture();
  const installerKey = seeded.installerKeys[0]?.key ?? '';
  const secret = 's'.repeat(43);
  const registered = await core.jumpClients.register({ installerKey, secret, hostname: 'box' });
  if (!registered.ok) throw new Error(registered.failure);
  const id = registered.value;
  await core.jumpClients.connected(id, fakeLink().link, '192.0.2.1');
  const { requests } = core.connectConsole(representativeId('anna'), silentTransport);
  const jump = {
    opId: anOpId(),
    repeated: false,
    jumpItemId: id,
    seen: { propertiesRev: 1, presenceRev: 2 },
  };
  expect(await requests['jump-item:jump'](jump)).toMatchObject({ ok: true });

  const { site, jumpClients } = await createApplianceCore(storage, environment, (error) =>
    failures.push(error),
  );
  expect([...site.all('support-session')]).toEqual([]);
  expect(site.get('jump-item', id)).toMatchObject({ presence: 'offline', inSessionWith: [] });
  expect(site.get('jump-item', 'till')).toMatchObject({ presence: 'online' });
  expect(jumpClients.recognize(id, secret)).toEqual({ ok: true, value: id });
});
