import { describe, expect, test } from 'vitest';
import type { JumpGroupId } from '#app/domain/ids.ts';
import { createCoreFixture } from '../testing/core-fixture.ts';
import { aNewShortcut, itemCommandsOf, outcome, seenNow } from '../testing/item-commands.ts';

const SERVERS = 'team-servers' as JumpGroupId;

describe('R1.4 a new shortcut', () => {
  test('is in its Jump Group, and nobody has accessed it', async () => {
    const fixture = await createCoreFixture();
    const answer = await itemCommandsOf(fixture, 'anna').createShortcut({ tag: 'Desk', port: 5_901 });
    if (!answer.ok) throw new Error(answer.code);
    const { jumpItemId } = answer.value;
    expect(fixture.core.site.get('jump-item', jumpItemId)).toEqual({
      ...aNewShortcut({ tag: 'Desk', port: 5_901 }),
      id: jumpItemId,
      lastAccessedAt: null,
      propertiesRev: 1,
    });
  });

  test('takes the right to create, by name', async () => {
    const answer = await itemCommandsOf(await createCoreFixture(), 'cleo').createShortcut();
    expect(answer).toEqual({ ok: false, code: 'not-permitted', detail: 'create-jump-items' });
  });

  test.each([SERVERS, 'team-nobody' as JumpGroupId])(
    'in a Jump Group that the representative does not see (%s) is jump-group-not-found',
    async (jumpGroupId) => {
      const fixture = await createCoreFixture();
      const answer = await itemCommandsOf(fixture, 'anna').createShortcut({ jumpGroupId });
      expect(answer).toEqual({ ok: false, code: 'jump-group-not-found' });
    },
  );
});

describe('R1.4 an import', () => {
  test('creates and edits in one transaction, and names refused lines by number', async () => {
    const fixture = await createCoreFixture();
    const commits: number[] = [];
    fixture.core.site.onCommitted((changes) =>
      commits.push(changes.filter(({ kind }) => kind === 'jump-item').length),
    );
    const answer = await itemCommandsOf(fixture, 'anna').importItems([
      { kind: 'create', shortcut: aNewShortcut({ name: 'One' }) },
      { kind: 'create', shortcut: aNewShortcut({ name: 'Two', jumpGroupId: SERVERS }) },
      { kind: 'edit', ...seenNow(fixture, 'till'), change: { comments: 'imported' } },
      { kind: 'edit', ...seenNow(fixture, 'database'), change: { comments: 'imported' } },
      { kind: 'edit', ...seenNow(fixture, 'rdp'), change: { jumpGroupId: SERVERS } },
    ]);
    const refused = [
      { jumpItemId: '2', name: 'Two', code: 'jump-group-not-found', current: null },
      { jumpItemId: 'database', name: '', code: 'client-not-found', current: null },
      { jumpItemId: 'rdp', name: 'Terminal server', code: 'jump-group-not-found', current: null },
    ];
    expect(answer).toEqual({
      ok: true,
      value: { done: 2, created: 1, refusedCount: 3, refused, refusedLines: [] },
    });
    expect(commits).toEqual([2]);
  });

  test('that names an item twice changes it once', async () => {
    const fixture = await createCoreFixture();
    const till = seenNow(fixture, 'till');
    const answer = await itemCommandsOf(fixture, 'anna').importItems([
      { kind: 'edit', ...till, change: { comments: 'first' } },
      { kind: 'edit', ...till, change: { comments: 'second' } },
    ]);
    expect(answer).toEqual(outcome(1, [{ code: 'changed-meanwhile' }]));
    expect(fixture.core.site.get('jump-item', 'till')?.comments).toBe('first');
  });
});

describe('R1.8 Jump on a shortcut', () => {
  test('says where to connect to, with the method’s own port where none is given, and counts as an access', async () => {
    const fixture = await createCoreFixture();
    const anna = itemCommandsOf(fixture, 'anna');
    await anna.edit(['rdp'], { hostname: '192.0.2.9' });
    const target = { method: 'local-rdp', name: 'Terminal server', hostname: '192.0.2.9', port: 3_389 };
    expect(await anna.openShortcut('rdp')).toEqual({ ok: true, value: target });
    const lastAccessedAt = fixture.environment.clock.now();
    expect(fixture.core.site.get('jump-item', 'rdp')).toMatchObject({ lastAccessedAt, propertiesRev: 2 });
    await anna.edit(['rdp'], { port: 3_390 });
    expect(await anna.openShortcut('rdp')).toEqual({ ok: true, value: { ...target, port: 3_390 } });
  });

  test.each([
    ['R7.7 an item that is not there', 'anna', 'nowhere', { code: 'client-not-found' }],
    ['R7.7 an item that is not visible', 'anna', 'database', { code: 'client-not-found' }],
    ['a missing right', 'cleo', 'rdp', { code: 'not-permitted', detail: 'jump-to-jump-items' }],
    ['a Jump Client', 'anna', 'till', { code: 'malformed' }],
  ])('is refused for %s', async (_, username, id, refusal) => {
    const fixture = await createCoreFixture();
    expect(await itemCommandsOf(fixture, username).openShortcut(id)).toEqual({ ok: false, ...refusal });
  });
});
