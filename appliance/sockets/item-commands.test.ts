import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applianceRequests, replyEnvelope } from '#app/contracts/appliance-protocol.ts';
import { HOSTILE_TEXTS } from '#app/domain/hostile-texts.test-support.ts';
import type { Right } from '#app/domain/rights.ts';
import { checkText } from '#app/domain/text-limits.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { aNewShortcut, WHOLE } from '../testing/item-commands.ts';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

const JUMP: Right = 'jump-to-jump-items';
const CREATE: Right = 'create-jump-items';
const EDIT: Right = 'edit-jump-items';
const REMOVE: Right = 'remove-jump-items';
const SEE_OTHERS: Right = 'view-personal-groups-of-others';
const MOVE_OTHERS: Right = 'move-jump-items-of-others';

const ROLES: Record<string, readonly Right[]> = {
  nobody: [],
  jumper: [JUMP],
  creator: [CREATE],
  editor: [EDIT],
  remover: [REMOVE],
  observer: [SEE_OTHERS, JUMP, CREATE, EDIT, REMOVE],
  mover: [SEE_OTHERS, MOVE_OTHERS, CREATE, EDIT],
  everything: [JUMP, CREATE, EDIT, REMOVE, SEE_OTHERS, MOVE_OTHERS],
};
/** Where an item is: its Jump Group as a fleet names it, and its id. */
const PLACES = {
  'all users': ['All Users', 'all-users'],
  'own team': ['Tills', 'team-tills'],
  'other team': ['Servers', 'team-servers'],
  'own personal': ['user:ROLE', 'personal-ROLE'],
  'other personal': ['user:other', 'personal-other'],
} as const;
type Place = keyof typeof PLACES;
const COMMANDS = ['open', 'edit', 'move', 'import edit', 'remove', 'create', 'import create'] as const;
type Command = (typeof COMMANDS)[number];

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest({
    siteName: 'Matrix',
    teams: ['Tills', 'Servers'],
    accounts: [
      { username: 'other', displayName: 'Other' },
      ...Object.entries(ROLES).map(([username, rights]) => ({
        username,
        displayName: username,
        rights: [...rights],
        teams: ['Tills'],
      })),
    ],
    jumpItems: Object.keys(ROLES).flatMap((role) =>
      Object.entries(PLACES).flatMap(([place, [jumpGroup]]) =>
        COMMANDS.map((command) => ({
          id: itemId(role, place, command),
          method: 'local-vnc' as const,
          name: `Item of ${place}`,
          hostname: 'desk',
          jumpGroup: jumpGroup.replace('ROLE', role),
        })),
      ),
    ),
  });
});
afterAll(() => appliance.close());

function itemId(role: string, place: string, command: string): string {
  return `${role}-${place}-${command}`.replaceAll(' ', '-');
}
async function signedIn(username: string) {
  const socket = appliance.console(username);
  await next(socket, 'connect');
  return socket;
}

const seen = { propertiesRev: 1, presenceRev: null };
const numbered = () => ({ opId: anOpId(), repeated: false });
const change = { comments: 'changed' };

/** The request by which a role does a deed to an item, or makes one in a Jump Group. */
function requestOf(command: Command, role: string, jumpItemId: string, jumpGroupId: string) {
  const shortcut = { ...aNewShortcut(), jumpGroupId };
  const items = [{ jumpItemId, seen }];
  // A move leads to where everybody sees it, or from there to where the role sees it alone.
  const elsewhere = jumpGroupId === 'all-users' ? `personal-${role}` : 'all-users';
  const part = WHOLE;
  switch (command) {
    case 'open':
      return ['jump-item:open-shortcut', { jumpItemId, seen }] as const;
    case 'edit':
      return ['jump-items:edit', { part, items, change }] as const;
    case 'move':
      return ['jump-items:edit', { part, items, change: { jumpGroupId: elsewhere } }] as const;
    case 'import edit':
      return ['jump-items:import', { part, entries: [{ kind: 'edit', jumpItemId, seen, change }] }] as const;
    case 'remove':
      return ['jump-items:remove', { part, items }] as const;
    case 'create':
      return ['jump-items:create-shortcut', { shortcut }] as const;
    case 'import create':
      return ['jump-items:import', { part, entries: [{ kind: 'create', shortcut }] }] as const;
  }
}

const TAKES: Record<Command, Right> = {
  open: JUMP,
  edit: EDIT,
  move: EDIT,
  'import edit': EDIT,
  remove: REMOVE,
  create: CREATE,
  'import create': CREATE,
};

/** What the rules say, in words of their own: nothing, or the code and what it names. */
function expected(command: Command, rights: readonly Right[], place: Place): string {
  const isVisible = place !== 'other team' && (place !== 'other personal' || rights.includes(SEE_OTHERS));
  const isNew = command === 'create' || command === 'import create';
  if (!isVisible) return isNew ? 'jump-group-not-found' : 'client-not-found';
  if (!rights.includes(TAKES[command])) return `not-permitted ${TAKES[command]}`;
  const crosses = place === 'other personal' && (isNew || command === 'move');
  return crosses && !rights.includes(MOVE_OTHERS) ? `not-permitted ${MOVE_OTHERS}` : 'done';
}

type Answer = {
  ok: boolean;
  code?: string;
  detail?: string;
  value?: { done?: number; refused?: { code: string; detail?: string }[] };
};
function said({ ok, code, detail, value }: Answer): string {
  const refused = ok ? value?.refused?.[0] : { code, detail };
  return refused === undefined ? 'done' : [refused.code, refused.detail].filter(Boolean).join(' ');
}

describe('R1.1 R1.13 every role at every Jump Group by every command', () => {
  for (const [role, rights] of Object.entries(ROLES)) {
    test(role, async () => {
      for (const place of Object.keys(PLACES) as Place[]) {
        const socket = await signedIn(role); // one console may not send so many commands
        const jumpGroupId = PLACES[place][1].replace('ROLE', role);
        for (const command of COMMANDS) {
          const id = itemId(role, place, command);
          const [name, params] = requestOf(command, role, id, jumpGroupId);
          const answer = await socket.emitWithAck(name, { ...numbered(), ...params });
          replyEnvelope(applianceRequests[name].reply).parse(answer);
          const what = `${command} at ${place}`;
          expect([what, said(answer)]).toEqual([what, expected(command, rights, place)]);
          await expectAsIfAbsent(socket, { command, role, id, jumpGroupId, answer });
        }
      }
    });
  }
});

/** What is out of sight is answered letter for letter as what is not there. */
async function expectAsIfAbsent(
  socket: Awaited<ReturnType<typeof signedIn>>,
  given: { command: Command; role: string; id: string; jumpGroupId: string; answer: Answer },
) {
  if (!said(given.answer).endsWith('not-found')) return;
  const [absentItem, absentGroup] = ['x'.repeat(given.id.length), 'x'.repeat(given.jumpGroupId.length)];
  const [name, params] = requestOf(given.command, given.role, absentItem, absentGroup);
  const answer = await socket.emitWithAck(name, { ...numbered(), ...params });
  expect(JSON.stringify(answer).replaceAll(absentItem, given.id)).toBe(JSON.stringify(given.answer));
}

describe('R6.3 hostile texts: the same verdict as checkText', () => {
  test.each(HOSTILE_TEXTS)('%s', async (_, text) => {
    const id = itemId('everything', 'all users', 'create');
    for (const kind of ['name', 'tag', 'comments'] as const) {
      const socket = await signedIn('everything');
      const { propertiesRev = 0 } = appliance.core.site.get('jump-item', id) ?? {};
      const items = [{ jumpItemId: id, seen: { propertiesRev, presenceRev: null } }];
      const edit = { ...numbered(), part: WHOLE, change: { [kind]: text }, items };
      const answer = await socket.emitWithAck('jump-items:edit', edit);
      const checked = checkText(kind, text);
      expect(answer).toMatchObject(checked.ok ? { ok: true, value: { done: 1 } } : { code: 'malformed' });
      if (checked.ok) expect(appliance.core.site.get('jump-item', id)?.[kind]).toBe(checked.value);
      socket.disconnect();
    }
  });
});

describe('malformed commands are answered so, and change nothing', () => {
  const id = () => itemId('everything', 'own team', 'create');
  const item = () => ({ jumpItemId: id(), seen });
  const edit = (given: object) =>
    ['jump-items:edit', { part: WHOLE, change, items: [item()], ...given }] as const;
  const shortcut = (given: object) =>
    ['jump-items:create-shortcut', { shortcut: { ...aNewShortcut(), ...given } }] as const;
  const requests: [string, () => readonly [string, object]][] = [
    ['no items', () => edit({ items: [] })],
    ['501 items in one part', () => edit({ items: Array.from({ length: 501 }, item) })],
    ['part 2 of 1', () => edit({ part: { number: 2, of: 1 } })],
    ['part 0', () => edit({ part: { number: 0, of: 1 } })],
    ['a part without those before it', () => edit({ part: { number: 2, of: 3 } })],
    ['a field that nobody may change', () => edit({ change: { presence: 'online' } })],
    ['an own __proto__', () => edit({ change: JSON.parse('{"__proto__":{"tag":"x"}}') })],
    ['a tag that is a list', () => edit({ change: { tag: ['x'] } })],
    [
      'a revision that is none',
      () => edit({ items: [{ ...item(), seen: { ...seen, propertiesRev: 1.5 } }] }),
    ],
    ['a port beyond all ports', () => shortcut({ port: 65_536 })],
    ['a host name that is an option', () => shortcut({ hostname: '-oProxyCommand=x' })],
    ['a shortcut that wants to be a Jump Client', () => shortcut({ method: 'jump-client' })],
    ['an undo of a number that is none', () => ['jump-items:undo', { undoneOpId: '../x' }]],
  ];
  test.each(requests)('%s', async (_, request) => {
    const before = [...appliance.core.site.all('jump-item')];
    const socket = await signedIn('everything');
    const [name, params] = request();
    const answer = await socket.emitWithAck(name, { ...numbered(), ...params });
    expect(answer).toEqual({ ok: false, code: 'malformed' });
    expect([...appliance.core.site.all('jump-item')]).toEqual(before);
  });
});
