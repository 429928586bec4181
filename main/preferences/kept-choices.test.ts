import { describe, expect, test, vi } from 'vitest';
import { choiceName, type KeptChoice } from '#app/contracts/kept-choices.ts';
import {
  DEFAULT_PREFERENCES,
  MOST_OTHERS,
  type Preferences,
  type SavedView,
} from '#app/contracts/preferences.ts';
import { RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { ConnectionLost } from '../appliance-connection/connection-lost.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { CHOICES_AGAIN_MS, createKeptChoices, GATHER_CHOICES_MS } from './kept-choices.ts';

const ANNA = RepresentativeId.parse('anna');
const BEN = RepresentativeId.parse('ben');
const { layout } = DEFAULT_PREFERENCES;
const viewId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const viewOf = (number: number, name = `View ${number}`): SavedView => ({
  id: viewId(number),
  name,
  searchText: '',
  scopes: [{ kind: 'all' }],
  layout,
});
const aView = (number: number, name?: string): KeptChoice => ({
  of: 'view',
  id: viewId(number),
  value: viewOf(number, name),
});
const order = (...numbers: number[]): KeptChoice => ({ of: 'view-order', value: numbers.map(viewId) });
const removedView = (number: number): KeptChoice => ({ of: 'view', id: viewId(number), value: null });
const fields = (...value: ('name' | 'tag' | 'comments')[]): KeptChoice => ({ of: 'search-fields', value });

/** What an appliance keeps for each representative, told to every console that follows, as the real one does. */
function anAppliance() {
  const kept = new Map<RepresentativeId, Map<string, KeptChoice>>();
  const consoles = new Set<{ who: RepresentativeId; receive: (choice: KeptChoice) => void }>();
  const of = (who: RepresentativeId) => {
    const choices = kept.get(who) ?? new Map<string, KeptChoice>();
    kept.set(who, choices);
    return choices;
  };
  return {
    of,
    consoles,
    keep(who: RepresentativeId, choice: KeptChoice): void {
      of(who).delete(choiceName(choice));
      of(who).set(choiceName(choice), choice);
      for (const console of consoles) if (console.who === who) console.receive(choice);
    },
  };
}
type Appliance = ReturnType<typeof anAppliance>;

/** One computer with its preferences file, on which representatives sign in one after the other. */
function aComputer(appliance: Appliance, given: Partial<Preferences> = {}) {
  const clock = createManualClock();
  let preferences: Preferences = { ...DEFAULT_PREFERENCES, ...given };
  const writes = vi.fn();
  let signedIn: RepresentativeId | null = null;
  let isConnected = false;
  const refusals: JumpError[] = [];
  const followRefusals: JumpError[] = [];
  const sent: KeptChoice[] = [];
  const told: KeptChoice[] = [];
  const replaced = vi.fn<(preferences: Preferences) => void>();
  const entry = { who: ANNA, receive: (choice: KeptChoice) => choices.received(choice) };
  const choices = createKeptChoices({
    keeper: {
      get preferences() {
        return preferences;
      },
      change(change) {
        writes();
        preferences = { ...preferences, ...change } as Preferences;
        return preferences;
      },
    },
    async request(name, params) {
      if (!isConnected || signedIn === null) throw new ConnectionLost();
      if (name === 'choices:follow') {
        const refused = followRefusals.shift();
        if (refused !== undefined) throw refused;
        for (const choice of appliance.of(signedIn).values()) choices.received(choice);
        appliance.consoles.add(Object.assign(entry, { who: signedIn }));
        return {} as never;
      }
      const refused = refusals.shift();
      if (refused !== undefined) throw refused;
      const { choice } = params as { choice: KeptChoice };
      sent.push(choice);
      appliance.keep(signedIn, choice);
      return {} as never;
    },
    signedInAs: () => signedIn,
    told: (news) => told.push(...news),
    replaced,
    clock,
    log: createQuietLog(),
  });
  return {
    choices,
    clock,
    sent,
    told,
    replaced,
    refusals,
    followRefusals,
    writes,
    get preferences() {
      return preferences;
    },
    async signIn(who: RepresentativeId) {
      signedIn = who;
      isConnected = true;
      await choices.opened();
    },
    loseConnection() {
      isConnected = false;
      appliance.consoles.delete(entry);
    },
    signOut() {
      this.loseConnection();
      signedIn = null;
      choices.signedOut();
    },
    /** Time passes until nothing waits to be sent, and what is sent has been answered. */
    async settles(milliseconds = GATHER_CHOICES_MS) {
      clock.advance(milliseconds);
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    },
  };
}

describe('what a representative changes', () => {
  test('is kept at once here, and once by the appliance, however often it changed meanwhile', async () => {
    const here = aComputer(anAppliance());
    await here.signIn(ANNA);
    here.choices.keep([fields('name')]);
    here.choices.keep([fields('tag')]);
    expect(here.preferences.searchFields).toEqual(['tag']);
    expect(here.sent).toEqual([]);
    await here.settles();
    expect(here.sent).toEqual([fields('tag')]);
    expect(here.preferences.unsentChoices).toEqual([]);
    expect(here.told).toEqual([]);
  });

  test('comes to their other consoles, and a new computer has all of it, written in one go', async () => {
    const appliance = anAppliance();
    const [here, there] = [aComputer(appliance), aComputer(appliance)];
    await here.signIn(ANNA);
    await there.signIn(ANNA);
    here.choices.keep([aView(1), aView(2), order(2, 1)]);
    await here.settles();
    expect(there.preferences.savedViews).toEqual([viewOf(2), viewOf(1)]);
    expect(there.told).toEqual([aView(1), aView(2), order(2, 1)]);
    here.choices.keep([aView(1, 'Renamed')]);
    await here.settles();
    const fresh = aComputer(appliance);
    await fresh.signIn(ANNA);
    expect(fresh.preferences.savedViews).toEqual([viewOf(2), viewOf(1, 'Renamed')]);
    expect(fresh.writes.mock.calls.length).toBeLessThanOrEqual(2);
    expect(fresh.sent).toEqual([]);
  });

  test('without a connection goes when there is one, also after the console was started anew', async () => {
    const appliance = anAppliance();
    const here = aComputer(appliance);
    await here.signIn(ANNA);
    here.loseConnection();
    here.choices.keep([aView(1), order(1)]);
    await here.settles();
    expect(here.preferences.unsentChoices).toEqual([`view ${viewId(1)}`, 'view-order']);
    const restarted = aComputer(appliance, here.preferences);
    await restarted.signIn(ANNA);
    expect(restarted.sent).toEqual([aView(1), order(1)]);
    expect(restarted.preferences.unsentChoices).toEqual([]);
  });

  test('is the newer word than what the appliance tells before it is sent', async () => {
    const appliance = anAppliance();
    appliance.keep(ANNA, fields('comments'));
    const here = aComputer(appliance);
    await here.signIn(ANNA);
    here.choices.keep([fields('name')]);
    appliance.keep(ANNA, fields('tag'));
    expect(here.preferences.searchFields).toEqual(['name']);
    await here.settles();
    expect(appliance.of(ANNA).get('search-fields')).toEqual(fields('name'));
  });

  test('of different things in two consoles at the same time stays, both', async () => {
    const appliance = anAppliance();
    const [here, there] = [aComputer(appliance), aComputer(appliance)];
    await here.signIn(ANNA);
    await there.signIn(ANNA);
    here.choices.keep([aView(1), order(1)]);
    there.choices.keep([aView(2), order(2)]);
    await here.settles();
    await there.settles();
    expect(here.preferences.savedViews.map(({ name }) => name).sort()).toEqual(['View 1', 'View 2']);
    expect(there.preferences.savedViews).toEqual(here.preferences.savedViews);
  });

  test('a view that was removed elsewhere meanwhile does not come back with the console that had it', async () => {
    const appliance = anAppliance();
    const [here, away] = [aComputer(appliance), aComputer(appliance)];
    await here.signIn(ANNA);
    await away.signIn(ANNA);
    here.choices.keep([aView(1), order(1)]);
    await here.settles();
    away.loseConnection();
    here.choices.keep([removedView(1), order()]);
    await here.settles();
    await away.signIn(ANNA);
    expect(away.preferences.savedViews).toEqual([]);
    expect(away.sent).toEqual([]);
  });
});

describe('the appliance', () => {
  test('that takes no more now is asked again later; what it refuses stays here and is not sent without end', async () => {
    const here = aComputer(anAppliance());
    await here.signIn(ANNA);
    here.refusals.push(new JumpError('appliance-too-busy'));
    here.choices.keep([fields('name')]);
    await here.settles();
    expect(here.sent).toEqual([]);
    await here.settles(CHOICES_AGAIN_MS);
    expect(here.sent).toEqual([fields('name')]);
    here.refusals.push(new JumpError('too-many-items'));
    here.choices.keep([aView(1)]);
    await here.settles();
    expect(here.preferences).toMatchObject({ savedViews: [viewOf(1)], unsentChoices: [] });
    expect(here.clock.untilNext()).toBeNull();
  });

  test('that remembers of a view not even that it was removed does not get it back', async () => {
    const appliance = anAppliance();
    appliance.keep(ANNA, fields('name'));
    const here = aComputer(appliance, {
      choicesOf: ANNA,
      savedViews: [viewOf(1), viewOf(2)],
      unsentChoices: [choiceName(aView(2))],
    });
    await here.signIn(ANNA);
    expect(here.preferences.savedViews).toEqual([viewOf(2)]);
    expect(here.told).toContainEqual(removedView(1));
    expect(appliance.of(ANNA).has(choiceName(aView(1)))).toBe(false);
    expect(appliance.of(ANNA).has(choiceName(aView(2)))).toBe(true);
  });

  test('that does not answer is asked again, whether the link is there or not', async () => {
    const here = aComputer(anAppliance());
    await here.signIn(ANNA);
    here.refusals.push(new ConnectionLost());
    here.choices.keep([fields('name')]);
    await here.settles();
    expect(here.preferences.unsentChoices).toEqual(['search-fields']);
    await here.settles(CHOICES_AGAIN_MS);
    expect(here.sent).toEqual([fields('name')]);
  });

  test('that does not let itself be followed is worked without, and asked at the next connection', async () => {
    const appliance = anAppliance();
    appliance.keep(ANNA, fields('tag'));
    const here = aComputer(appliance);
    here.followRefusals.push(new JumpError('malformed'));
    await here.signIn(ANNA);
    here.choices.keep([aView(1)]);
    await here.settles();
    expect(here.preferences.savedViews).toEqual([viewOf(1)]);
    expect(here.sent).toEqual([]);
    await here.signIn(ANNA);
    expect(here.preferences.searchFields).toEqual(['tag']);
    expect(here.sent).toEqual([aView(1), order(1)]);
  });

  test('is followed by a console that cannot write its file', async () => {
    const appliance = anAppliance();
    const [here, there] = [aComputer(appliance), aComputer(appliance)];
    await here.signIn(ANNA);
    await there.signIn(ANNA);
    here.writes.mockImplementationOnce(() => {
      throw new Error('ENOSPC');
    });
    there.choices.keep([fields('name')]);
    await there.settles();
    expect(here.told).toEqual([fields('name')]);
  });

  test('that has lost what it kept is given it again: nothing standard is sent', async () => {
    const here = aComputer(anAppliance(), { choicesOf: ANNA, savedViews: [viewOf(1)] });
    await here.signIn(ANNA);
    expect(here.sent).toEqual([aView(1), order(1)]);
  });
});

describe('representatives who share a computer', () => {
  test('each find their own, and what one had not sent goes when they are back', async () => {
    const appliance = anAppliance();
    const here = aComputer(appliance);
    await here.signIn(ANNA);
    here.choices.keep([aView(1), order(1), fields('name')]);
    await here.settles();
    here.loseConnection();
    here.choices.keep([fields('tag')]);
    here.signOut();
    await here.signIn(BEN);
    expect(here.preferences.savedViews).toEqual([]);
    expect(here.preferences.searchFields).toEqual(DEFAULT_PREFERENCES.searchFields);
    expect(appliance.of(BEN).size).toBe(0);
    expect(here.replaced).toHaveBeenCalledExactlyOnceWith(here.preferences);
    here.choices.keep([aView(2), order(2)]);
    await here.settles();
    here.signOut();
    await here.signIn(ANNA);
    expect(here.preferences.savedViews).toEqual([viewOf(1)]);
    expect(here.preferences.searchFields).toEqual(['tag']);
    expect(appliance.of(ANNA).get('search-fields')).toEqual(fields('tag'));
    expect([...appliance.of(BEN).values()]).toEqual([aView(2), order(2)]);
  });

  test('leave nothing to each other but what belongs to the computer', async () => {
    const here = aComputer(anAppliance(), {
      choicesOf: ANNA,
      theme: 'dark',
      paneWidths: { left: 300, right: 300 },
      savedViewId: viewId(1),
      recentSearches: ['what Anna looked for'],
      chatTexts: [{ sessionId: 's-1', draft: 'what Anna wrote', waiting: [] }],
    });
    await here.signIn(BEN);
    expect(here.preferences).toEqual({
      ...DEFAULT_PREFERENCES,
      theme: 'dark',
      paneWidths: { left: 300, right: 300 },
      choicesOf: BEN,
      othersChoices: [expect.objectContaining({ representativeId: ANNA })],
    });
  });

  test('whoever signs in first has what an older console kept here', async () => {
    const appliance = anAppliance();
    const here = aComputer(appliance, { savedViews: [viewOf(1)] });
    await here.signIn(ANNA);
    expect(appliance.of(ANNA).has(`view ${viewId(1)}`)).toBe(true);
    expect(here.preferences.choicesOf).toBe(ANNA);
  });

  test('are remembered up to a number', async () => {
    const here = aComputer(anAppliance());
    for (let number = 0; number < MOST_OTHERS + 3; number += 1) {
      await here.signIn(RepresentativeId.parse(`representative-${number}`));
      here.signOut();
    }
    expect(here.preferences.othersChoices).toHaveLength(MOST_OTHERS);
  });

  test('what is changed while nobody is signed in waits for who was', async () => {
    const appliance = anAppliance();
    const here = aComputer(appliance);
    await here.signIn(ANNA);
    here.signOut();
    here.choices.keep([fields('name')]);
    await here.settles();
    await here.signIn(BEN);
    expect(appliance.of(BEN).size).toBe(0);
    here.signOut();
    await here.signIn(ANNA);
    expect(appliance.of(ANNA).get('search-fields')).toEqual(fields('name'));
  });
});
