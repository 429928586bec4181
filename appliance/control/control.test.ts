import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { next, startForTest, type TestAppliance, watchAll } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeEach(async () => {
  appliance = await startForTest();
});
afterEach(() => appliance.close());

/** What some of the routes answer. */
type Answer = { id: string; ids: string[]; name: string; consoleUser: string; jumpItems: unknown[] };

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const { control } = appliance.announcement;
  const response = await fetch(`${control?.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${control?.token}`, ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}
const items = () => [...appliance.core.site.all('jump-item')];

describe('Jump Items', () => {
  test('are listed, added, changed and removed', async () => {
    expect((await ask('GET', '/jump-items')).body.jumpItems).toEqual(items());
    const added = await ask('POST', '/jump-items', { name: 'Reception 2', tag: 'front' });
    expect(added).toMatchObject({
      status: 201,
      body: { name: 'Reception 2', method: 'jump-client', jumpGroupId: 'all-users', presence: 'online' },
    });
    const path = `/jump-items/${added.body.id}`;
    const changed = await ask('PATCH', path, {
      comments: 'by the door',
      presence: 'offline',
      jumpGroup: 'Tills',
    });
    expect(changed.body).toMatchObject({
      jumpGroupId: 'team-tills',
      propertiesRev: 2,
      presence: 'offline',
      presenceRev: 2,
    });
    expect((await ask('GET', path)).body).toEqual(changed.body);
    expect((await ask('DELETE', path)).status).toBe(200);
    expect((await ask('GET', path)).status).toBe(404);
  });

  test('come in bursts', async () => {
    const names = Array.from({ length: 500 }, (_, index) => ({ name: `Burst ${index}` }));
    const { body } = await ask('POST', '/jump-items/burst', { items: names });
    expect(body.ids).toHaveLength(500);
    expect(items()).toHaveLength(505);
  });

  test('one bad item in a burst adds none', async () => {
    expect((await ask('POST', '/jump-items/burst', { items: [{ name: 'good' }, { name: '' }] })).status).toBe(
      422,
    );
    expect(items()).toHaveLength(5);
  });

  test('change many at a time, or none where one is wrong', async () => {
    const changes = [
      { id: 'till', presence: 'offline', comments: 'at once' },
      { id: 'rdp', jumpGroup: 'Tills' },
    ];
    expect(await ask('POST', '/jump-items/changes', { changes })).toMatchObject({
      status: 201,
      body: { changed: 2 },
    });
    expect(appliance.core.site.get('jump-item', 'till')).toMatchObject({
      presence: 'offline',
      comments: 'at once',
    });
    const wrong = [
      { id: 'till', comments: 'never' },
      { id: 'nobody', comments: 'never' },
    ];
    expect((await ask('POST', '/jump-items/changes', { changes: wrong })).status).toBe(404);
    expect(appliance.core.site.get('jump-item', 'till')?.comments).toBe('at once');
  });

  test('change for a while', async () => {
    const play = { changesPerSecond: 100, seconds: 0.1 };
    expect(await ask('POST', '/jump-items/play', play)).toMatchObject({ body: { changes: 10 } });
    expect(items().every(({ comments }) => comments.startsWith('Change '))).toBe(true);
    expect((await ask('POST', '/jump-items/play', { ...play, ids: ['nobody'] })).status).toBe(404);
  });

  test('R5.2 get statistics', async () => {
    expect((await ask('PUT', '/jump-items/till/statistics', { consoleUser: 'alex' })).status).toBe(200);
    expect((await ask('GET', '/jump-items/till')).body.consoleUser).toBe('alex');
    expect((await ask('PUT', '/jump-items/till/statistics', { consoleUser: 7 })).status).toBe(422);
  });

  const names: [string, string, string][] = [
    ['129 code points', `${'a'.repeat(128)}😀`, 'too-long'],
    ['white space alone', '\u00a0 ', 'empty'],
    ['a control character', 'bell\u0007', 'control-character'],
    ['half of a character', '\ud83d', 'lone-surrogate'],
  ];
  for (const [title, name, reason] of names) {
    test(`R2.2 a name of ${title} is refused with the reason`, async () => {
      const refused = { status: 422, body: { field: 'name', error: reason } };
      expect(await ask('POST', '/jump-items', { name })).toEqual(refused);
      expect(await ask('PATCH', '/jump-items/till', { name })).toEqual(refused);
      expect(appliance.core.site.get('jump-item', 'till')?.name).toBe('Till');
    });
  }

  test('R2.2 a name of 128 code points is kept as it is', async () => {
    const name = `${'a'.repeat(127)}😀`;
    expect((await ask('POST', '/jump-items', { name })).body.name).toBe(name);
  });

  test('a Jump Group that is not there, and an id that is, are refused', async () => {
    expect((await ask('POST', '/jump-items', { name: 'x', jumpGroup: 'Nowhere' })).status).toBe(422);
    expect((await ask('POST', '/jump-items', { name: 'x', id: 'till' })).status).toBe(409);
  });
});

describe('the site', () => {
  test('consoles are counted and dropped', async () => {
    const socket = appliance.console('anna');
    await next(socket, 'connect');
    expect((await ask('GET', '/consoles')).body).toMatchObject({ connected: 1 });
    const lost = next(socket, 'disconnect');
    expect((await ask('POST', '/consoles/drop', { username: 'ben' })).body).toEqual({ dropped: 0 });
    expect((await ask('POST', '/consoles/drop', { username: 'anna' })).body).toEqual({ dropped: 1 });
    expect(await lost).toMatch(/transport/);
  });

  test('R1.11 a console that is held hears of nothing, is answered, and catches up when it is released', async () => {
    const [anna, ben] = [appliance.console('anna'), appliance.console('ben')];
    const [annas, bens] = [await watchAll(anna), await watchAll(ben)];
    expect((await ask('POST', '/consoles/hold', { username: 'anna' })).status).toBe(201);
    const heard = annas.length;
    const bensNews = next(ben, 'stream:sent');
    await ask('PATCH', '/jump-items/till', { comments: 'moved' });
    await bensNews;
    expect(bens.at(-1)?.jumpItems?.upserted).toMatchObject([{ id: 'till', comments: 'moved' }]);
    expect(await anna.emitWithAck('statistics:watch', { jumpItemIds: [] })).toMatchObject({ ok: true });
    expect(annas).toHaveLength(heard);
    const annasNews = next(anna, 'stream:sent');
    expect((await ask('POST', '/consoles/release', { username: 'anna' })).body).toEqual({ released: 1 });
    await annasNews;
    expect(annas.at(-1)?.jumpItems?.upserted).toMatchObject([{ id: 'till', comments: 'moved' }]);
    expect((await ask('POST', '/consoles/hold', { username: 'nobody' })).status).toBe(404);
    expect((await ask('POST', '/consoles/release', {})).status).toBe(422);
  });

  test('open session keys expire when QA says so', async () => {
    await appliance.core.sessionKeys.create('representative-anna' as RepresentativeId);
    expect((await ask('DELETE', '/session-keys')).body).toEqual({ expired: 1 });
    expect([...appliance.core.site.all('session-key')]).toEqual([]);
  });

  test('R6.2 Jump Clients are counted as the limits count them', async () => {
    expect((await ask('GET', '/limits')).body).toEqual({ deployed: 4, active: 4 });
    await ask('PATCH', '/jump-items/till', { connection: 'passive', presence: 'uninstalled' });
    expect((await ask('GET', '/limits')).body).toEqual({ deployed: 4, active: 3 });
  });

  test('rights and teams of an account change', async () => {
    const { body } = await ask('PATCH', '/accounts/anna', { rights: [], teams: ['Servers'] });
    expect(body).toMatchObject({ rights: [], teamIds: ['team-servers'] });
    expect((await ask('PATCH', '/accounts/nobody', { rights: [] })).status).toBe(404);
    expect((await ask('PATCH', '/accounts/anna', { rights: ['everything'] })).status).toBe(422);
  });

  test('support sessions are listed', async () => {
    expect((await ask('GET', '/support-sessions')).body).toEqual({ supportSessions: [] });
  });
});

describe('the door', () => {
  test('opens with the token alone, and for no web page', async () => {
    for (const authorization of ['', 'Bearer', 'Bearer x', appliance.announcement.accounts[0]?.token ?? '']) {
      expect((await ask('GET', '/jump-items', undefined, { authorization })).status).toBe(401);
    }
    expect((await ask('GET', '/jump-items', undefined, { origin: 'http://evil.example' })).status).toBe(401);
  });

  const wrong: [string, string, unknown, number][] = [
    ['GET', '/', undefined, 404],
    ['GET', '/jump-items/', undefined, 404],
    ['GET', '/jump-items?all', undefined, 404],
    ['GET', '/jump-items/%2e%2e', undefined, 404],
    ['GET', '/jump-items/__proto__', undefined, 404],
    ['PUT', '/jump-items', {}, 404],
    ['POST', '/jump-items', '{"name":', 400],
    ['POST', '/jump-items', 'null', 422],
    ['POST', '/jump-items', '{"name":"x","__proto__":{"y":1}}', 422],
    ['POST', '/jump-items', { name: 'x', colour: 'red' }, 422],
  ];
  for (const [method, path, body, status] of wrong) {
    test(`${method} ${path} ${JSON.stringify(body) ?? ''} is answered with ${status}`, async () => {
      expect((await ask(method, path, body)).status).toBe(status);
    });
  }
});
