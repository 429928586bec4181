import { expect, test } from 'vitest';
import type { ImportEntry, SeenItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId, OpId } from '#app/domain/ids.ts';
import type { PropertiesChange } from '#app/domain/jump-item-change.ts';
import { createMemoryStorage } from '../storage/memory-storage.ts';
import {
  anOpId,
  jumpItemId,
  representativeId,
  SMALL_FLEET,
  silentTransport,
} from '../testing/core-fixture.ts';
import { createFakeEnvironment } from '../testing/fake-environment.ts';
import { Fleet } from '../testing/fleet.ts';
import { aNewShortcut, WHOLE } from '../testing/item-commands.ts';
import { seedRecords } from '../testing/seed-records.ts';
import { createApplianceCore } from './appliance-core.ts';
import type { SiteStorage } from './site-records.ts';

/** When the process dies: with nothing stored, with all of it stored and not answered, or after it had answered. */
const DEATHS = ['before the change is stored', 'after it is stored', 'after the answer'] as const;
type Death = (typeof DEATHS)[number];

/** A storage that outlives its process; the process that dies hears of nothing any more. */
function lastingStorage(records: SiteStorage) {
  let death: Death | null = null;
  let dies: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    dies = resolve;
  });
  const storage: SiteStorage = {
    durable: true,
    load: () => records.load(),
    async commit(changes) {
      if (death !== 'before the change is stored') await records.commit(changes);
      if (death === null || death === 'after the answer') return;
      dies();
      await new Promise(() => undefined);
    },
  };
  return {
    storage,
    died,
    dieAt(moment: Death) {
      death = moment;
    },
  };
}

/** A site on a storage that lasts, with Anna's console connected to the process that `start` starts on it. */
async function aSite() {
  const environment = createFakeEnvironment();
  const records = createMemoryStorage();
  await records.commit(seedRecords(Fleet.parse(SMALL_FLEET), environment).records);
  return {
    async start() {
      const { storage, died, dieAt } = lastingStorage(records);
      const core = await createApplianceCore(storage, environment, (error) => {
        throw error;
      });
      const { requests } = core.connectConsole(representativeId('anna'), silentTransport);
      return { core, requests, died, dieAt };
    },
  };
}
type Running = Awaited<ReturnType<Awaited<ReturnType<typeof aSite>>['start']>>;
type Given = { opId: OpId; repeated: boolean };

const seen = (id: string): SeenItem => ({
  jumpItemId: jumpItemId(id),
  seen: { propertiesRev: 1, presenceRev: null },
});
const SEVERAL = [seen('reception'), seen('till'), seen('rdp')];
const TO_TILLS: PropertiesChange = { jumpGroupId: 'team-tills' as JumpGroupId, tag: 'moved' };
const LINES: ImportEntry[] = [
  { kind: 'create', shortcut: aNewShortcut({ name: 'From a file' }) },
  { kind: 'edit', ...seen('reception'), change: { name: 'Renamed by a file' } },
  { kind: 'create', shortcut: aNewShortcut({ name: 'Another from a file' }) },
];

/** What a representative may press OK for. */
const COMMANDS = {
  'Properties of several': ({ requests }: Running, given: Given) =>
    requests['jump-items:edit']({ ...given, part: WHOLE, change: { comments: 'once' }, items: SEVERAL }),
  'a move': ({ requests }: Running, given: Given) =>
    requests['jump-items:edit']({ ...given, part: WHOLE, change: TO_TILLS, items: SEVERAL }),
  Remove: ({ requests }: Running, given: Given) =>
    requests['jump-items:remove']({ ...given, part: WHOLE, items: SEVERAL }),
  Import: ({ requests }: Running, given: Given) =>
    requests['jump-items:import']({ ...given, part: WHOLE, entries: LINES }),
  Create: ({ requests }: Running, given: Given) =>
    requests['jump-items:create-shortcut']({ ...given, shortcut: aNewShortcut() }),
} as const;

const CASES = Object.entries(COMMANDS).flatMap(([name, send]) =>
  DEATHS.map((death) => [name, death, send] as const),
);

/** The list as people see it, without the ids that chance has made. */
function listed({ core: { site } }: Running): readonly string[] {
  const rows = [...site.all('jump-item')].map(({ name, jumpGroupId, tag, comments, propertiesRev }) =>
    JSON.stringify([name, jumpGroupId, tag, comments, propertiesRev]),
  );
  return rows.toSorted();
}

test.each(CASES)('R7 %s, the appliance died %s: done once, and the answer comes', async (_, death, send) => {
  const undisturbed = await (await aSite()).start();
  const expected = await send(undisturbed, { opId: anOpId(), repeated: false });

  const { start } = await aSite();
  const opId = anOpId();
  const first = await start();
  first.dieAt(death);
  const unheard = send(first, { opId, repeated: false });
  await Promise.race([first.died, unheard]);
  for (const time of ['the console asks again', 'and again, of another process']) {
    const next = await start();
    const answer = await send(next, { opId, repeated: true });
    expect(withoutIds(answer), time).toEqual(withoutIds(expected));
    expect(listed(next), time).toEqual(listed(undisturbed));
  }
});

/** What is created has an id of its own at each site. */
function withoutIds(answer: object) {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === 'jumpItemId' ? 'an id' : value)));
}

test('R1.10 what was done before a restart is taken back once after it', async () => {
  const { start } = await aSite();
  const edit = anOpId();
  const before = await start();
  const untouched = listed(before).map((row) => row.replace(/\d+\]$/, ''));
  await COMMANDS['Properties of several'](before, { opId: edit, repeated: false });
  const dying = await start();
  dying.dieAt('after it is stored');
  const undo = { opId: anOpId(), undoneOpId: edit };
  const unheard = dying.requests['jump-items:undo']({ ...undo, repeated: false });
  await Promise.race([dying.died, unheard]);
  const after = await start();
  const answer = await after.requests['jump-items:undo']({ ...undo, repeated: true });
  expect(answer).toEqual({ ok: true, value: { done: 3, refusedCount: 0, refused: [] } });
  expect(listed(after).map((row) => row.replace(/\d+\]$/, ''))).toEqual(untouched);
});
