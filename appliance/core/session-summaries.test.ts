import { expect, test } from 'vitest';
import { MAX_FRAME_BYTES } from '#app/contracts/appliance-protocol.ts';
import { PIN_ANSWER_MS } from '#app/contracts/customer-protocol.ts';
import type { JumpGroupId, SupportSessionId } from '#app/domain/ids.ts';
import type { ReportedDeed } from '#app/domain/session-summary.ts';
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
import { jsonBytes } from './json-bytes.ts';
import { MOST_SUMMARY_BYTES } from './kept-summary.ts';
import { MOST_SUMMARIES, REPORTED_LATE_MS } from './session-summaries.ts';
import { settleAfterRestart } from './settle-after-restart.ts';
import { GATHER_SUMMARY_MS } from './summary-watch.ts';

const till = jumpItemId('till');
const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const notFound = { ok: false, code: 'session-not-found' };

async function aSite() {
  const fixture = await createCoreFixture();
  const { core } = fixture;
  const consoles = new Map(
    ['anna', 'ben', 'cleo', 'dora'].map((name) => [
      name,
      core.connectConsole(representativeId(name), silentTransport).requests,
    ]),
  );
  const as = (name: string) => {
    const requests = consoles.get(name);
    if (requests === undefined) throw new Error(name);
    return requests;
  };
  async function read(name: string, sessionId: SupportSessionId, knownRevision = 0) {
    await settled(fixture);
    const answer = await as(name)['session-summary:read']({ sessionId, knownRevision });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.summary;
  }
  const command = () => ({ opId: anOpId(), repeated: false });
  const end = (name: string, sessionId: SupportSessionId) =>
    as(name)['support-session:end']({ ...command(), sessionId });
  const report = (
    name: string,
    sessionId: SupportSessionId,
    deeds: [number, ReportedDeed][],
    chatMessages: number | null = null,
  ) =>
    as(name)['session-summary:report']({
      sessionId,
      reports: deeds.map(([number, deed]) => ({ reportId: uuid(number), deed })),
      chatMessages,
    });
  return { ...fixture, as, read, command, end, report };
}

/** Anna has jumped to the till. */
async function jumped() {
  const site = await aSite();
  await site.core.jumpClients.connected(till, fakeLink().link, '192.0.2.1');
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const answer = await site.as('anna')['jump-item:jump']({ ...site.command(), jumpItemId: till, seen });
  if (!answer.ok) throw new Error(answer.code);
  return { ...site, sessionId: answer.value.sessionId };
}

/** A customer has joined Anna. */
async function joined() {
  const site = await aSite();
  const created = await site.as('anna')['session-key:create']({});
  if (!created.ok) throw new Error(created.code);
  const { sessionKey, sessionId } = created.value;
  const computer = {
    name: 'Erika',
    hostname: 'home-pc',
    platform: 'linux',
    operatingSystem: '',
    mode: 'user',
  } as const;
  await site.core.customers.join({
    kind: 'session-key',
    protocol: 1,
    sessionKey,
    secret: 'c'.repeat(43),
    computer,
  });
  const customer = fakeCustomerLink();
  await site.core.customers.connected(sessionId, customer.link);
  return { ...site, sessionId, customer };
}

test('a session from its beginning to its end: who, when, with which computer, and how it ended', async () => {
  const { read, end, sessionId, environment } = await jumped();
  const startedAt = environment.clock.now();
  expect(await read('anna', sessionId)).toMatchObject({
    name: 'Till',
    jumpItemId: 'till',
    customer: null,
    startedBy: 'Anna',
    startedAt,
    endedAt: null,
    end: null,
  });
  environment.advance(60_000);
  await end('anna', sessionId);
  expect(await read('anna', sessionId)).toMatchObject({ endedAt: startedAt + 60_000, end: 'representative' });
});

test('who joins and leaves, and the customer’s connection, stand in it in order', async () => {
  const { core, as, command, read, end, sessionId, customer } = await joined();
  const invited = { ...command(), sessionId, representativeId: representativeId('ben') };
  expect(await as('anna')['support-session:invite'](invited)).toMatchObject({ ok: true });
  await core.customers.disconnected(sessionId, customer.link, false);
  await core.customers.connected(sessionId, customer.link);
  await end('ben', sessionId);
  await core.customers.end(sessionId);
  const summary = await read('ben', sessionId);
  expect(summary?.entries.map(({ who, deed }) => [who, deed.did])).toEqual([
    ['Ben', 'joined'],
    [null, 'customer-lost'],
    [null, 'customer-returned'],
    ['Ben', 'left'],
  ]);
  expect(summary).toMatchObject({
    customer: 'Erika',
    hostname: 'home-pc',
    representatives: ['Anna', 'Ben'],
    end: 'computer',
  });
});

test('R2.7 a pin: asked, not answered, asked again, allowed, and what it is called', async () => {
  const { core, as, command, read, sessionId, customer, environment } = await joined();
  const pin = () =>
    as('anna')['support-session:pin']({
      ...command(),
      sessionId,
      name: 'Home of Erika',
      jumpGroupId: 'all-users' as JumpGroupId,
      tag: null,
      comments: '',
    });
  const unanswered = pin();
  await settled({ core });
  environment.advance(PIN_ANSWER_MS);
  await unanswered;
  const pinned = pin();
  await settled({ core });
  const asked = customer.news.findLast(({ event }) => event === 'pinAsked');
  await core.pins.answer(sessionId, { pinId: asked?.body.pinId ?? '', allowed: true });
  const ordered = customer.news.findLast((told) => told.event === 'pinOrdered');
  const installerKey = ordered?.event === 'pinOrdered' ? ordered.body.installerKey : '';
  await core.jumpClients.register({ installerKey, secret: 'j'.repeat(43), hostname: 'home-pc' });
  const outcome = await pinned;
  const summary = await read('anna', sessionId);
  expect(summary?.entries.map(({ who, deed }) => [who, deed])).toEqual([
    ['Anna', { did: 'pin-asked' }],
    ['Anna', { did: 'pin-failed', code: 'customer-no-answer' }],
    ['Anna', { did: 'pin-asked' }],
    [null, { did: 'pin-allowed' }],
    ['Anna', { did: 'pinned', as: 'Home of Erika' }],
  ]);
  expect(outcome).toMatchObject({ ok: true, value: { jumpItemId: summary?.jumpItemId } });
});

test('what a console saw is marked as its report, and the same report counts once', async () => {
  const { read, report, sessionId } = await jumped();
  const file = {
    did: 'transferred',
    way: 'sent',
    name: 'a.txt',
    bytes: 7,
    files: 1,
    outcome: 'done',
  } as const;
  await report('anna', sessionId, [[1, { did: 'shell-opened' }]], 4);
  await report(
    'anna',
    sessionId,
    [
      [1, { did: 'shell-opened' }],
      [2, file],
    ],
    3,
  );
  expect(await read('anna', sessionId)).toMatchObject({
    chatMessages: 4,
    entries: [
      { who: 'Anna', reportId: uuid(1), deed: { did: 'shell-opened' } },
      { who: 'Anna', reportId: uuid(2), deed: file },
    ],
  });
});

test('only who takes part reports, and not long after the end', async () => {
  const { report, end, sessionId, environment, core } = await jumped();
  expect(await report('ben', sessionId, [])).toEqual(notFound);
  await end('anna', sessionId);
  await settled({ core });
  expect(await report('anna', sessionId, [[1, { did: 'shell-opened' }]])).toMatchObject({ ok: true });
  environment.advance(REPORTED_LATE_MS + 1);
  expect(await report('anna', sessionId, [])).toEqual(notFound);
  expect(await report('anna', 'nothing' as SupportSessionId, [])).toEqual(notFound);
});

test('a console that reports without end is refused, and what does not fit is counted', async () => {
  const { read, report, sessionId, core, end, environment } = await jumped();
  const name = 'n'.repeat(500);
  const file = { did: 'transferred', way: 'sent', name, bytes: 7, files: 1, outcome: 'done' } as const;
  for (let round = 0; round < 10; round += 1) {
    const deeds = Array.from({ length: 20 }, (_, index): [number, ReportedDeed] => [
      round * 20 + index,
      file,
    ]);
    await report('anna', sessionId, deeds);
  }
  const answers = [];
  for (let count = 0; count < 100; count += 1) answers.push(await report('anna', sessionId, []));
  expect(answers).toContainEqual({ ok: false, code: 'appliance-too-busy' });
  environment.advance(60_000);
  await end('anna', sessionId);
  const summary = await read('anna', sessionId);
  expect(summary?.end).toBe('representative');
  expect((summary?.entries.length ?? 0) + (summary?.omitted ?? 0)).toBe(200);
  expect(jsonBytes(summary)).toBeLessThan(MOST_SUMMARY_BYTES + 1_024);
  expect(core.site.get('session-summary', sessionId)?.summary.omitted).toBeGreaterThan(0);
});

test('who took part, and who sees the item, may read it; nobody else', async () => {
  const { as, read, sessionId, core, end } = await jumped();
  await end('anna', sessionId);
  expect(await read('anna', sessionId)).not.toBeNull();
  expect(await read('ben', sessionId)).not.toBeNull(); // of the same team
  const of = { sessionId, knownRevision: 0 };
  expect(await as('dora')['session-summary:read'](of)).toEqual(notFound);
  expect(
    await as('dora')['session-summaries:list']({ wanted: { of: 'jump-item', jumpItemId: till } }),
  ).toEqual({
    ok: false,
    code: 'client-not-found',
  });
  await core.site.transact((transaction) => transaction.remove('jump-item', till));
  expect(await read('anna', sessionId)).not.toBeNull();
  expect(await as('ben')['session-summary:read'](of)).toEqual(notFound);
});

test('a customer’s session is nobody else’s until the computer is pinned', async () => {
  const { as, sessionId, core } = await joined();
  await settled({ core });
  expect(await as('ben')['session-summary:read']({ sessionId, knownRevision: 0 })).toEqual(notFound);
  expect(await as('ben')['session-summaries:list']({ wanted: { of: 'own' } })).toEqual({
    ok: true,
    value: { summaries: [] },
  });
});

test('what is known is not told again', async () => {
  const { read, report, sessionId } = await jumped();
  const revision = (await read('anna', sessionId))?.revision ?? 0;
  expect(await read('anna', sessionId, revision)).toBeNull();
  await report('anna', sessionId, [[1, { did: 'shell-opened' }]]);
  expect(await read('anna', sessionId, revision)).toMatchObject({ revision: revision + 1 });
});

test('the last sessions come newest first, in one frame; the oldest are forgotten, a running one is not', async () => {
  const { as, core, sessionId } = await jumped();
  await settled({ core });
  const row = core.site.get('support-session', sessionId);
  if (row === undefined) throw new Error('It runs.');
  for (let count = 1; count <= MOST_SUMMARIES + 20; count += 1) {
    const id = `old-${count}` as SupportSessionId;
    const name = 'n'.repeat(128);
    await core.site.transact((transaction) =>
      transaction.put('support-session', id, { ...row, id, name, startedAt: row.startedAt + count }),
    );
    await core.supportSessions.end(id, 'timeout');
  }
  await settled({ core });
  expect([...core.site.all('session-summary')]).toHaveLength(MOST_SUMMARIES);
  expect(core.site.get('session-summary', sessionId)).toBeDefined();
  const listed = await as('ben')['session-summaries:list']({ wanted: { of: 'jump-item', jumpItemId: till } });
  expect(jsonBytes(listed)).toBeLessThan(MAX_FRAME_BYTES);
  if (!listed.ok) throw new Error(listed.code);
  expect(listed.value.summaries.map(({ id }) => id).slice(0, 2)).toEqual([
    `old-${MOST_SUMMARIES + 20}`,
    `old-${MOST_SUMMARIES + 19}`,
  ]);
});

test('a restart ends what ran', async () => {
  const { core, sessionId, read } = await jumped();
  await settled({ core });
  await settleAfterRestart(core.site, 5_000);
  expect(await read('anna', sessionId)).toMatchObject({ end: 'appliance-restarted' });
});

test('who has read a summary is told when it changes, gathered; others, and who may not read it, hear nothing', async () => {
  const { core, environment, sessionId, report, read } = await jumped();
  await read('anna', sessionId);
  const told: Record<string, number[]> = { anna: [], ben: [], dora: [] };
  const listen = (name: string) =>
    core.connectConsole(representativeId(name), {
      ...silentTransport,
      sendSummaryChanged: ({ revision }) => told[name]?.push(revision),
    }).requests;
  const anna = listen('anna');
  listen('ben'); // has not read it
  await listen('dora')['session-summary:read']({ sessionId, knownRevision: 0 }); // may not
  const first = await anna['session-summary:read']({ sessionId, knownRevision: 0 });
  const revision = first.ok ? (first.value.summary?.revision ?? 0) : 0;
  environment.advance(GATHER_SUMMARY_MS);
  expect(told).toEqual({ anna: [], ben: [], dora: [] }); // nothing happens, nothing is told
  await report('anna', sessionId, [[1, { did: 'shell-opened' }]]);
  await report('anna', sessionId, [[2, { did: 'shell-opened' }]]);
  environment.advance(GATHER_SUMMARY_MS);
  expect(told).toEqual({ anna: [revision + 2], ben: [], dora: [] });
});
