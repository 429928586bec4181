import { expect, test } from 'vitest';
import type { KeptChoice } from '#app/contracts/kept-choices.ts';
import { DEFAULT_PREFERENCES, MOST_SAVED_VIEWS } from '#app/contracts/preferences.ts';
import { createCoreFixture, representativeId, silentTransport } from '../testing/core-fixture.ts';
import { createApplianceCore } from './appliance-core.ts';
import { MOST_REMOVED_VIEWS } from './kept-choices.ts';

const { layout } = DEFAULT_PREFERENCES;
const viewId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const aView = (number: number, name = 'Tills'): KeptChoice => {
  const id = viewId(number);
  return { of: 'view', id, value: { id, name, searchText: '', scopes: [{ kind: 'all' }], layout } };
};
const removedView = (number: number): KeptChoice => ({ of: 'view', id: viewId(number), value: null });
const onlyName: KeptChoice = { of: 'search-fields', value: ['name'] };
const onlyTag: KeptChoice = { of: 'search-fields', value: ['tag'] };

type Core = Awaited<ReturnType<typeof createCoreFixture>>['core'];

/** A console with all that it has been told; `follows` to be told. */
function aConsole(core: Core, username: string) {
  const told: KeptChoice[] = [];
  const { requests, closed } = core.connectConsole(representativeId(username), {
    ...silentTransport,
    sendChoice: (choice) => told.push(choice),
  });
  return {
    told,
    closed,
    follow: () => requests['choices:follow']({}),
    keep: (choice: KeptChoice) => requests['choice:keep']({ choice }),
  };
}

async function aSite() {
  const fixture = await createCoreFixture();
  return { ...fixture, sits: (username: string) => aConsole(fixture.core, username) };
}

test('what is kept in one console is told in the others of the same representative, and in nobody else’s', async () => {
  const { sits } = await aSite();
  const [here, there, bens, notFollowing] = [sits('anna'), sits('anna'), sits('ben'), sits('anna')];
  for (const console of [here, there, bens]) await console.follow();
  expect(await here.keep(onlyName)).toEqual({ ok: true, value: {} });
  expect(there.told).toEqual([onlyName]);
  expect(here.told).toEqual([onlyName]);
  expect([bens.told, notFollowing.told]).toEqual([[], []]);
  there.closed();
  await here.keep(onlyTag);
  expect(there.told).toEqual([onlyName]);
});

test('a console that begins to follow has been told all before it is answered: of each choice the last word', async () => {
  const { sits } = await aSite();
  const here = sits('anna');
  for (const choice of [onlyName, aView(1), aView(2), onlyTag, aView(1, 'Renamed'), removedView(2)])
    await here.keep(choice);
  const there = sits('anna');
  await there.follow();
  expect(there.told).toEqual([onlyTag, aView(1, 'Renamed'), removedView(2)]);
});

test('what is kept is there after a restart', async () => {
  const { sits, storage, environment } = await aSite();
  await sits('anna').keep(aView(1));
  const restarted = await createApplianceCore(storage, environment, () => undefined);
  const after = aConsole(restarted, 'anna');
  await after.follow();
  expect(after.told).toEqual([aView(1)]);
});

test('one view more than there may be is refused, and a known one is still changed', async () => {
  const { sits, core, environment } = await aSite();
  const here = sits('anna');
  const keep = async (choice: KeptChoice) => {
    environment.advance(1_000);
    return here.keep(choice);
  };
  for (let number = 0; number < MOST_SAVED_VIEWS; number += 1) await keep(aView(number));
  expect(await keep(aView(MOST_SAVED_VIEWS))).toEqual({ ok: false, code: 'too-many-items' });
  expect(await keep(aView(7, 'Renamed'))).toMatchObject({ ok: true });
  await keep(removedView(8));
  expect(await keep(aView(MOST_SAVED_VIEWS))).toMatchObject({ ok: true });
  const kept = core.site.get('kept-choices', representativeId('anna'))?.choices ?? [];
  expect(kept.filter((choice) => choice.of === 'view' && choice.value !== null)).toHaveLength(
    MOST_SAVED_VIEWS,
  );
});

test('of views that were removed only the last ones are remembered: nothing grows without end', async () => {
  const { sits, core, environment } = await aSite();
  const here = sits('anna');
  for (let number = 0; number < MOST_REMOVED_VIEWS + 5; number += 1) {
    environment.advance(1_000);
    await here.keep(removedView(number));
  }
  const kept = core.site.get('kept-choices', representativeId('anna'))?.choices ?? [];
  expect(kept).toHaveLength(MOST_REMOVED_VIEWS);
  expect(kept[0]).toEqual(removedView(5));
});

test('a console that keeps without end is asked to wait', async () => {
  const { sits } = await aSite();
  const here = sits('anna');
  const answers = await Promise.all(Array.from({ length: 2_000 }, () => here.keep(onlyName)));
  expect(answers.at(-1)).toEqual({ ok: false, code: 'appliance-too-busy' });
});
