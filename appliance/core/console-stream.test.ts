import { describe, expect, test } from 'vitest';
import { MAX_FRAME_BYTES, StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { Representative } from '#app/domain/representative.ts';
import { createCoreFixture, jumpItemId, representativeId, settled } from '../testing/core-fixture.ts';
import { generateFleet } from '../testing/generate-fleet.ts';
import { itemCommandsOf } from '../testing/item-commands.ts';
import type { ConsoleStreams } from './console-streams.ts';
import { STREAM_KEPT_MS } from './console-streams.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;
type Resumption = Parameters<ConsoleStreams['start']>[1];

/** A console's end of a stream: keeps what comes, acknowledges when told. */
function watch({ core }: Fixture, username: string, resumption: Resumption = null) {
  const { stream, resumed } = core.streams.start(representativeId(username), resumption);
  const messages: StreamMessage[] = [];
  stream.attach((messageJson) => messages.push(JSON.parse(messageJson)));
  return {
    stream,
    resumed,
    messages,
    acknowledgeAll: () => {
      for (let last = messages.at(-1); last !== undefined; last = messages.at(-1)) {
        stream.acknowledge(last.seq);
        if (messages.at(-1) === last) return;
      }
    },
    upsertedIds: () => messages.flatMap(({ jumpItems }) => jumpItems?.upserted.map(({ id }) => id) ?? []),
  };
}
function setAccount({ core }: Fixture, username: string, given: Partial<Representative>) {
  return core.site.transact((transaction) => {
    const before = transaction.get('representative', representativeId(username));
    if (before !== undefined) transaction.put('representative', before.id, { ...before, ...given });
  });
}
const aMember = (username: string, displayName: string, teamIds: string[]) => ({
  id: representativeId(username),
  username,
  displayName,
  personalGroupId: `personal-${username}`,
  teamIds,
});
const change = ({ core }: Fixture, id: string, comments: string) =>
  core.jumpItems.change(jumpItemId(id), { comments });
const large = () => createCoreFixture(generateFleet({ items: 1_000, seed: 7 }));

describe('the snapshot', () => {
  test('R1.1 holds what the representative may see, and nothing else', async () => {
    const fixture = await createCoreFixture();
    const [message] = watch(fixture, 'anna').messages;
    expect(StreamMessage.parse(message)).toEqual(message);
    expect(message?.representative?.username).toBe('anna');
    expect(message?.jumpItems?.upserted.map(({ id }) => id)).toEqual(['annas', 'rdp', 'reception', 'till']);
    expect(message?.jumpGroups?.upserted.map(({ name }) => name)).toEqual(['Anna', 'All Users', 'Tills']);
    expect(message?.snapshot).toEqual({ last: true, jumpItemCount: 4 });
    expect(JSON.stringify(message)).not.toMatch(/database|ben|servers/i);
  });

  test('R1.1 names nobody whose personal group is out of sight, and the teams that are shared alone', async () => {
    const fixture = await createCoreFixture();
    await setAccount(fixture, 'anna', { rights: ['view-personal-groups-of-team-members'] });
    const [message] = watch(fixture, 'anna').messages;
    expect(message?.members?.upserted).toEqual([
      aMember('ben', 'Ben', ['team-tills']),
      aMember('cleo', 'Cleo', ['team-tills']),
    ]);
    expect(JSON.stringify(message)).not.toMatch(/dora|servers/i);
  });

  test('comes in the order of ids, in pages of at most 64 KB, one at a time at first', async () => {
    const fixture = await large();
    const console = watch(fixture, 'admin');
    expect(console.messages).toHaveLength(1);
    console.stream.acknowledge(1);
    expect(console.messages).toHaveLength(3);
    console.acknowledgeAll();
    const ids = console.upsertedIds();
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(1_000);
    for (const message of console.messages) {
      expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(MAX_FRAME_BYTES - 1_024);
    }
    expect(console.messages.filter(({ snapshot }) => snapshot?.last)).toEqual([console.messages.at(-1)]);
  });

  test('keeps to one page at a time for a slow console', async () => {
    const fixture = await large();
    const console = watch(fixture, 'admin');
    console.stream.acknowledge(1);
    fixture.environment.advance(1_000);
    console.stream.acknowledge(3);
    expect(console.messages).toHaveLength(4);
  });

  test('tells changes at or before the cursor between pages; later ones wait for their page', async () => {
    const fixture = await large();
    const console = watch(fixture, 'admin');
    const [first] = console.upsertedIds();
    await change(fixture, first ?? '', 'changed early');
    await change(fixture, 'jump-item-001000', 'changed late');
    console.stream.acknowledge(1);
    expect(console.messages[1]?.jumpItems?.upserted[0]).toMatchObject({
      id: first,
      comments: 'changed early',
    });
    console.acknowledgeAll();
    expect(console.upsertedIds().filter((id) => id === 'jump-item-001000')).toHaveLength(1);
  });
});

describe('R1.11 live', () => {
  async function liveConsole() {
    const fixture = await createCoreFixture();
    const console = watch(fixture, 'anna');
    console.acknowledgeAll();
    fixture.environment.advance(100);
    return { fixture, console, live: () => console.messages.slice(1) };
  }

  test('a change goes out at once, further ones are gathered for 50 ms', async () => {
    const { fixture, live } = await liveConsole();
    await change(fixture, 'till', 'one');
    expect(live()).toHaveLength(1);
    await change(fixture, 'till', 'two');
    await change(fixture, 'reception', 'three');
    fixture.environment.advance(49);
    expect(live()).toHaveLength(1);
    fixture.environment.advance(1);
    expect(live()[1]?.jumpItems?.upserted).toMatchObject([{ comments: 'two' }, { comments: 'three' }]);
    expect(live()[1]?.snapshot).toBeNull();
    expect(live().map(({ seq }) => seq)).toEqual([2, 3]);
  });

  test('no more than four messages are under way; what changed meanwhile is told once, as it is then', async () => {
    const { fixture, console, live } = await liveConsole();
    for (let count = 1; count <= 9; count += 1) {
      await change(fixture, 'till', `${count}`);
      fixture.environment.advance(100);
    }
    expect(live()).toHaveLength(4);
    console.stream.acknowledge(2);
    expect(live()).toHaveLength(5);
    expect(live()[4]?.jumpItems?.upserted).toMatchObject([{ comments: '9' }]);
  });

  test('5,000 items that change at once are told within a second, as the console takes them', async () => {
    const fixture = await createCoreFixture(generateFleet({ items: 5_000, seed: 7 }));
    const console = watch(fixture, 'admin');
    console.acknowledgeAll();
    fixture.environment.advance(100);
    const known = console.messages.length;
    const ids = fixture.core.site.sortedJumpItemIds();
    await fixture.core.jumpItems.changeAll(ids.map((id) => ({ id, edit: { tag: 'North' } })));
    fixture.environment.advance(1_000);
    expect(console.messages.slice(known)).toHaveLength(4);
    for (let ms = 0; ms < 700; ms += 10) {
      console.acknowledgeAll();
      fixture.environment.advance(10);
    }
    const told = console.messages.slice(known).flatMap(({ jumpItems }) => jumpItems?.upserted ?? []);
    expect(told).toHaveLength(5_000);
    expect(told.every(({ tag }) => tag === 'North')).toBe(true);
  });

  test('what the representative does goes before whatever waits, and is told once', async () => {
    const fixture = await createCoreFixture(generateFleet({ items: 5_000, seed: 7 }));
    const mine = watch(fixture, 'admin');
    mine.acknowledgeAll();
    fixture.environment.advance(100);
    const known = mine.messages.length;
    const ids = fixture.core.site.sortedJumpItemIds();
    await fixture.core.jumpItems.changeAll(ids.map((id) => ({ id, edit: { tag: 'North' } })));
    const last = ids.at(-1) ?? '';
    await itemCommandsOf(fixture, 'admin').edit([last], { comments: 'mine' });
    mine.acknowledgeAll();
    fixture.environment.advance(50);
    const [, next] = mine.messages.slice(known);
    expect(next?.jumpItems?.upserted[0]).toMatchObject({ id: last, tag: 'North', comments: 'mine' });
    for (let ms = 0; ms < 2_000; ms += 10) {
      mine.acknowledgeAll();
      fixture.environment.advance(10);
    }
    const told = mine.messages.slice(known).flatMap(({ jumpItems }) => jumpItems?.upserted ?? []);
    expect(told.filter(({ id }) => id === last)).toHaveLength(1);
    expect(told).toHaveLength(5_000);
  });

  test('a removed item is named, one that was never shown is not', async () => {
    const { fixture, live } = await liveConsole();
    await fixture.core.jumpItems.remove(jumpItemId('database'));
    fixture.environment.advance(100);
    expect(live()).toEqual([]);
    await fixture.core.jumpItems.remove(jumpItemId('till'));
    expect(live()[0]?.jumpItems).toEqual({ upserted: [], removed: ['till'] });
  });

  test('R1.13 an item that moves out of sight leaves, and comes back with its group', async () => {
    const { fixture, live } = await liveConsole();
    const { jumpItems } = fixture.core;
    await jumpItems.change(jumpItemId('till'), { jumpGroupId: 'team-servers' as never });
    fixture.environment.advance(100);
    await jumpItems.change(jumpItemId('till'), { jumpGroupId: 'team-tills' as never });
    expect(
      live().map(({ jumpItems: items }) => [items?.upserted.map(({ id }) => id), items?.removed]),
    ).toEqual([
      [[], ['till']],
      [['till'], []],
    ]);
  });

  test('R1.1 a right lost takes group and items away, a right gained brings them', async () => {
    const { fixture, live } = await liveConsole();
    const { site } = fixture.core;
    const anna = site.get('representative', representativeId('anna'));
    if (anna === undefined) throw new Error('no Anna');
    await site.transact((t) => t.put('representative', anna.id, { ...anna, teamIds: [] }));
    expect(live()[0]).toMatchObject({
      representative: { teamIds: [] },
      jumpGroups: { removed: ['team-tills'] },
      jumpItems: { upserted: [], removed: ['till'] },
    });
    fixture.environment.advance(100);
    await site.transact((t) => t.put('representative', anna.id, anna));
    expect(live()[1]).toMatchObject({
      jumpGroups: { upserted: [{ name: 'Tills' }], removed: [] },
      jumpItems: { upserted: [{ id: 'till' }], removed: [] },
    });
  });

  test('heartbeats and statistics that no column shows are no events', async () => {
    const { fixture, live } = await liveConsole();
    fixture.core.jumpClients.heard(jumpItemId('till'));
    const cpu = { model: 'x', cores: 1, percent: 3 };
    await fixture.core.jumpClients.reportStatistics(jumpItemId('till'), { cpu });
    fixture.environment.advance(100);
    expect(live()).toEqual([]);
  });
});

describe('after a disconnect', () => {
  async function disconnected() {
    const fixture = await createCoreFixture();
    const console = watch(fixture, 'anna');
    console.acknowledgeAll();
    fixture.environment.advance(100);
    await change(fixture, 'till', 'lost on the way');
    fixture.core.streams.leave(console.stream);
    await change(fixture, 'reception', 'changed meanwhile');
    await fixture.core.jumpItems.remove(jumpItemId('rdp'));
    return { fixture, streamId: console.stream.streamId };
  }

  test('the stream goes on from the last message that was applied', async () => {
    const { fixture, streamId } = await disconnected();
    const again = watch(fixture, 'anna', { streamId, acknowledgedSeq: 1 });
    fixture.environment.advance(100);
    expect(again.resumed).toBe(true);
    expect(again.messages.map(({ seq }) => seq)).toEqual([2]);
    expect(again.messages[0]?.jumpItems?.removed).toEqual(['rdp']);
    expect(new Set(again.upsertedIds())).toEqual(new Set(['till', 'reception']));
  });

  test('what the console had applied is not sent again', async () => {
    const { fixture, streamId } = await disconnected();
    const again = watch(fixture, 'anna', { streamId, acknowledgedSeq: 2 });
    fixture.environment.advance(100);
    expect(again.upsertedIds()).toEqual(['reception']);
  });

  test('a row that went out of sight meanwhile is not sent again, but named as gone', async () => {
    const { fixture, streamId } = await disconnected();
    await fixture.core.jumpItems.change(jumpItemId('till'), { jumpGroupId: 'team-servers' as never });
    const again = watch(fixture, 'anna', { streamId, acknowledgedSeq: 1 });
    fixture.environment.advance(100);
    expect(again.upsertedIds()).toEqual(['reception']);
    expect(again.messages[0]?.jumpItems?.removed.toSorted()).toEqual(['rdp', 'till']);
  });

  test('it is kept for two minutes', async () => {
    const { fixture, streamId } = await disconnected();
    fixture.environment.advance(STREAM_KEPT_MS);
    const again = watch(fixture, 'anna', { streamId, acknowledgedSeq: 1 });
    expect(again.resumed).toBe(false);
    expect(again.messages[0]).toMatchObject({ seq: 1, snapshot: { last: true } });
  });

  const doubts: [string, string, number][] = [
    ['more than was sent', 'anna', 9],
    ['less than was acknowledged', 'anna', 0],
    ['the stream of somebody else', 'ben', 1],
  ];
  for (const [title, username, acknowledgedSeq] of doubts) {
    test(`a console that claims ${title} watches anew`, async () => {
      const { fixture, streamId } = await disconnected();
      const again = watch(fixture, username, { streamId, acknowledgedSeq });
      expect(again.resumed).toBe(false);
      expect(again.stream.streamId).not.toBe(streamId);
    });
  }

  test('a snapshot that was cut off goes on with its next page', async () => {
    const fixture = await large();
    const console = watch(fixture, 'admin');
    console.stream.acknowledge(1);
    fixture.core.streams.leave(console.stream);
    const again = watch(fixture, 'admin', { streamId: console.stream.streamId, acknowledgedSeq: 1 });
    again.acknowledgeAll();
    const applied = [
      ...(console.messages[0]?.jumpItems?.upserted ?? []).map(({ id }) => id),
      ...again.upsertedIds(),
    ];
    expect(applied).toHaveLength(1_000);
    expect(new Set(applied).size).toBe(1_000);
  });
});

test('R2.2 a support session travels to its representative alone', async () => {
  const fixture = await createCoreFixture();
  const [anna, ben] = [watch(fixture, 'anna'), watch(fixture, 'ben')];
  for (const console of [anna, ben]) console.acknowledgeAll();
  fixture.environment.advance(100);
  const session = {
    id: 'session-1' as never,
    jumpItemId: jumpItemId('till'),
    name: 'Till',
    representativeId: representativeId('anna'),
    invitedIds: [],
    representativeNames: ['Anna'],
    startedAt: 0,
    customer: null,
    pin: null,
    failedPin: null,
  };
  await fixture.core.site.transact((t) => t.put('support-session', session.id, session));
  expect(anna.messages.at(-1)?.supportSessions?.upserted).toEqual([session]);
  expect(ben.messages.some(({ supportSessions }) => supportSessions !== undefined)).toBe(false);
  fixture.environment.advance(100);
  await fixture.core.supportSessions.end(session.id, 'representative');
  await settled(fixture);
  expect(anna.messages.at(-1)?.supportSessions?.removed).toEqual([session.id]);
});

describe('members of the own teams', () => {
  test('R1.1 come with a team that is shared, and leave with it', async () => {
    const fixture = await createCoreFixture();
    const console = watch(fixture, 'anna');
    const told = () => {
      fixture.environment.advance(60);
      console.acknowledgeAll();
      return console.messages.at(-1);
    };
    await setAccount(fixture, 'anna', { rights: ['view-personal-groups-of-team-members'] });
    expect(told()?.members?.upserted.map(({ username }) => username)).toEqual(['ben', 'cleo']);
    await setAccount(fixture, 'ben', { teamIds: ['team-servers' as JumpGroupId] });
    expect(told()).toMatchObject({
      members: { upserted: [], removed: ['representative-ben'] },
      jumpGroups: { upserted: [], removed: ['personal-ben'] },
    });
    await setAccount(fixture, 'dora', { teamIds: ['team-tills' as JumpGroupId] });
    expect(told()).toMatchObject({ members: { upserted: [aMember('dora', 'Dora', ['team-tills'])] } });
  });
});
