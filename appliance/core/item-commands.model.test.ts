import { array, assert, asyncProperty, constant, constantFrom, nat, oneof, option, record } from 'fast-check';
import { expect, test } from 'vitest';
import type { ItemsOutcome } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId, JumpItemId, OpId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { changedProperties, type PropertiesChange, pickProperties } from '#app/domain/jump-item-change.ts';
import { type ConsoleMirror, createConsoleMirror } from '../testing/console-mirror.ts';
import {
  anOpId,
  createCoreFixture,
  jumpItemId,
  representativeId,
  SMALL_FLEET,
} from '../testing/core-fixture.ts';
import { itemCommandsOf, WHOLE } from '../testing/item-commands.ts';
import { authorizeOnItem } from './authorize.ts';

const IDS = Array.from({ length: 6 }, (_, index) => jumpItemId(`item-${index}`));
const PEOPLE = ['anna', 'ben'] as const;
const GROUPS = ['all-users', 'team-tills', 'personal'] as const;

const by = constantFrom(...PEOPLE);
const change = record(
  {
    name: constantFrom('A', 'B'),
    tag: option(constantFrom('x', 'y')),
    comments: constantFrom('', 'North'),
    group: constantFrom(...GROUPS),
  },
  { requiredKeys: [] },
);
/** `reads`: the console shows everything before the representative acts; else it may be behind. */
const reads = oneof({ weight: 3, arbitrary: constant(true) }, { weight: 1, arbitrary: constant(false) });
const ids = nat(2 ** IDS.length - 1);
const step = oneof(
  record({ act: constant('edit' as const), by, reads, ids, change }),
  record({ act: constant('undo' as const), by, reads, back: constantFrom(0, 0, 0, 1, 2) }),
);
type Step = typeof step extends { generate: (...given: never[]) => { value: infer S } } ? S : never;

/** One write of one item; `undoes` names the command that it takes back. */
type Write = { readonly by: string; readonly opId: OpId; readonly undoes: OpId | null };
/** A command that may be undone: the items that it changed, as they were. */
type Edit = {
  readonly opId: OpId;
  readonly before: ReadonlyMap<JumpItemId, JumpItem>;
  readonly change: PropertiesChange;
};

/** Two representatives at their consoles, and all that they did. */
async function twoConsoles() {
  const jumpItems = IDS.map((id, index) => ({
    id,
    method: 'local-vnc' as const,
    name: `Item ${index}`,
    jumpGroup: index % 2 === 0 ? 'All Users' : 'Tills',
  }));
  const fixture = await createCoreFixture({ ...SMALL_FLEET, jumpItems });
  const atConsole = (username: string) => {
    const mirror = createConsoleMirror(fixture.core, representativeId(username), () => undefined);
    mirror.connect();
    return { mirror, commands: itemCommandsOf(fixture, username), edits: [] as Edit[] };
  };
  const writes = new Map<JumpItemId, Write[]>(IDS.map((id) => [id, []]));
  return { fixture, writes, anna: atConsole('anna'), ben: atConsole('ben') };
}
type World = Awaited<ReturnType<typeof twoConsoles>>;

function readAll({ fixture: { environment } }: World, mirror: ConsoleMirror) {
  for (let quiet = 0; quiet < 3; ) {
    quiet = mirror.read() ? 0 : quiet + 1;
    mirror.acknowledge();
    environment.advance(60);
  }
}
function itemOf({ fixture }: World, id: JumpItemId): JumpItem {
  const item = fixture.core.site.get('jump-item', id);
  if (item === undefined) throw new Error(`no ${id}`);
  return item;
}
const everything = (world: World) => new Map(IDS.map((id) => [id, itemOf(world, id)]));

function sees({ fixture }: World, username: string, item: JumpItem): boolean {
  return authorizeOnItem(fixture.core.site, representativeId(username), item, 'see').visible;
}

/** Whether an item is as the command left it: nobody has written it since but its author, who undid all of that again. */
function isAsLeft({ writes }: World, id: JumpItemId, who: string, opId: OpId): boolean {
  const all = writes.get(id) ?? [];
  const later = all.slice(all.findIndex((write) => write.opId === opId) + 1);
  const undone = new Set(later.map(({ undoes }) => undoes));
  return later.every((write) => write.by === who && (write.undoes !== null || undone.has(write.opId)));
}

/** Which of the items a command changed by its answer; of all others it did not touch a letter. */
function changedBy(
  world: World,
  named: Iterable<JumpItemId>,
  { done, refused }: ItemsOutcome,
  before: ReadonlyMap<JumpItemId, JumpItem>,
): JumpItemId[] {
  const left = new Set(refused.map((item) => item.jumpItemId));
  const kept = [...named].filter((id) => !left.has(id));
  expect(kept).toHaveLength(done);
  for (const [id, item] of before) if (!kept.includes(id)) expect(itemOf(world, id)).toBe(item);
  return kept;
}

async function edit(world: World, { by: who, ids, change: given }: Extract<Step, { act: 'edit' }>) {
  const { mirror, commands, edits } = world[who];
  const { group, ...fields } = given;
  const jumpGroupId = (group === 'personal' ? `personal-${who}` : group) as JumpGroupId;
  const to: PropertiesChange = group === undefined ? fields : { ...fields, jumpGroupId };
  const shown = IDS.filter((_, index) => (ids & (1 << index)) !== 0).flatMap(
    (id) => mirror.rows.get(id) ?? [],
  );
  if (shown.length === 0) return;
  const items = shown.map(({ id, propertiesRev }) => ({
    jumpItemId: id,
    seen: { propertiesRev, presenceRev: null },
  }));
  const opId = anOpId();
  const before = everything(world);
  const answer = await commands.requests['jump-items:edit']({
    opId,
    repeated: false,
    part: WHOLE,
    change: to,
    items,
  });
  if (!answer.ok || answer.value === null) throw new Error('refused as a whole');
  const touched = new Map<JumpItemId, JumpItem>();
  for (const id of changedBy(
    world,
    shown.map((row) => row.id),
    answer.value,
    before,
  )) {
    const was = before.get(id);
    if (was === undefined) throw new Error(`no ${id}`);
    expect(mirror.rows.get(id)).toEqual(was); // nothing is written over unseen
    const isTouched = changedProperties(was, to).length > 0;
    expect(itemOf(world, id)).toEqual({
      ...was,
      ...to,
      propertiesRev: was.propertiesRev + Number(isTouched),
    });
    if (!isTouched) continue;
    touched.set(id, was);
    world.writes.get(id)?.push({ by: who, opId, undoes: null });
  }
  edits.push({ opId, before: touched, change: to });
}

async function undo(world: World, { by: who, back }: Extract<Step, { act: 'undo' }>) {
  const { commands, edits } = world[who];
  const [undone] = edits.splice(Math.max(0, edits.length - 1 - back), 1);
  if (undone === undefined) return;
  const before = everything(world);
  const expected = [...undone.before.keys()].filter(
    (id) => sees(world, who, itemOf(world, id)) && isAsLeft(world, id, who, undone.opId),
  );
  const opId = anOpId();
  const answer = await commands.undo(undone.opId, { opId });
  if (!answer.ok) throw new Error(answer.code);
  const restored = changedBy(world, undone.before.keys(), answer.value, before);
  expect(restored).toEqual(expected);
  for (const id of restored) {
    const [was, now] = [undone.before.get(id), before.get(id)];
    if (was === undefined || now === undefined) throw new Error(`no ${id}`);
    const own = pickProperties(was, changedProperties(was, undone.change));
    expect(itemOf(world, id)).toEqual({ ...now, ...own, propertiesRev: now.propertiesRev + 1 });
    world.writes.get(id)?.push({ by: who, opId, undoes: undone.opId });
  }
}

async function take(world: World, one: Step): Promise<void> {
  if (one.reads) readAll(world, world[one.by].mirror);
  await (one.act === 'edit' ? edit(world, one) : undo(world, one));
}

test('R1.10 R1.11 whatever two representatives edit and undo: no item is touched unseen, an undo gives each item its own values again, both consoles show the site', async () => {
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 30, size: 'max' }), async (steps) => {
      const world = await twoConsoles();
      for (const who of PEOPLE) readAll(world, world[who].mirror);
      for (const one of steps) await take(world, one);
      for (const who of PEOPLE) {
        readAll(world, world[who].mirror);
        const visible = [...everything(world)].filter(([, item]) => sees(world, who, item));
        expect(new Map(world[who].mirror.rows)).toEqual(new Map(visible));
      }
    }),
    { numRuns: 150, seed: 11 },
  );
}, 60_000);
