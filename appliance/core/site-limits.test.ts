import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { REMOVAL_HELD_MS } from '#app/contracts/jump-item-commands.ts';
import { anOpId, createCoreFixture, SMALL_FLEET, settled } from '../testing/core-fixture.ts';
import type { Fleet } from '../testing/fleet.ts';
import { itemCommandsOf, seenNow, WHOLE } from '../testing/item-commands.ts';

type Limits = z.input<typeof Fleet>['limits'];

/** The small fleet holds four Jump Clients, all of them active. */
async function siteWith(limits: Limits, jumpItems = SMALL_FLEET.jumpItems) {
  const fixture = await createCoreFixture({ ...SMALL_FLEET, jumpItems, limits });
  const installerKey = fixture.seeded.installerKeys[0]?.key ?? '';
  const register = (secret: string) =>
    fixture.core.jumpClients.register({ installerKey, secret: secret.repeat(43), hostname: 'box' });
  const count = () => [...fixture.core.site.all('jump-item')].length;
  return { ...fixture, register, count };
}
const full = { ok: false, failure: 'deployable-limit-reached' };
const fullOfActive = { ok: false, failure: 'active-deployable-limit-reached' };

describe('R6.2 limits of a site', () => {
  test('none: as many as come', async () => {
    expect(await (await siteWith(undefined)).register('a')).toMatchObject({ ok: true });
  });

  test('R7.1 a full site registers nobody, and nothing has changed', async () => {
    const { register, count } = await siteWith({ deployable: 4 });
    const before = count();
    expect(await register('a')).toEqual(full);
    expect(count()).toBe(before);
  });

  test('R7.2 a site full of active ones, with room for others', async () => {
    const { register } = await siteWith({ deployable: 9, activeDeployable: 4 });
    expect(await register('a')).toEqual(fullOfActive);
  });

  test('R7.1 goes before R7.2', async () => {
    const { register } = await siteWith({ deployable: 4, activeDeployable: 4 });
    expect(await register('a')).toEqual(full);
  });

  test('passive ones count towards the whole alone', async () => {
    const passive = (SMALL_FLEET.jumpItems ?? []).map((item) =>
      item.method === 'jump-client' ? { ...item, connection: 'passive' as const } : item,
    );
    expect(await (await siteWith({ activeDeployable: 1 }, passive)).register('a')).toMatchObject({
      ok: true,
    });
    expect(await (await siteWith({ deployable: 4 }, passive)).register('a')).toEqual(full);
  });

  test('offline and uninstalled ones count', async () => {
    const gone = (['offline', 'uninstalled'] as const).map((presence) => ({
      method: 'jump-client' as const,
      name: presence,
      jumpGroup: 'All Users',
      presence,
    }));
    expect(await (await siteWith({ deployable: 2 }, gone)).register('a')).toEqual(full);
  });

  test('a removed one counts until it can no longer be restored', async () => {
    const fixture = await siteWith({ deployable: 4 });
    const { requests } = itemCommandsOf(fixture, 'anna');
    const items = [seenNow(fixture, 'reception')];
    await requests['jump-items:remove']({ opId: anOpId(), repeated: false, part: WHOLE, items });
    expect(await fixture.register('a')).toEqual(full);
    fixture.environment.advance(REMOVAL_HELD_MS);
    await settled(fixture);
    expect(await fixture.register('a')).toMatchObject({ ok: true });
  });

  test('of two who register at once for the last place exactly one has it', async () => {
    const { register } = await siteWith({ deployable: 5 });
    const both = await Promise.all([register('a'), register('b')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual(full);
  });

  test('who is registered already is the same one, full or not', async () => {
    const { register } = await siteWith({ deployable: 5 });
    const first = await register('a');
    expect(await register('a')).toEqual(first);
  });

  test('a wrong installer key learns nothing about it', async () => {
    const { core } = await siteWith({ deployable: 0 });
    const guess = { installerKey: 'guessed', secret: 'a'.repeat(43), hostname: 'box' };
    expect(await core.jumpClients.register(guess)).toEqual({ ok: false, failure: 'installer-key-refused' });
  });
});
