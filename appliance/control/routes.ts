import { z } from 'zod';
import type { JumpItemId } from '#app/domain/ids.ts';
import { Presence, ReportedText } from '#app/domain/jump-item.ts';
import { Right } from '#app/domain/rights.ts';
import { StatisticsUpdate } from '#app/domain/statistics.ts';
import { Comments, JumpItemName, TagName } from '#app/domain/text-schemas.ts';
import type { ApplianceCore } from '../core/appliance-core.ts';
import { countJumpClients } from '../core/jump-client-rows.ts';
import type { JumpItemEdit, NewJumpItem } from '../core/jump-item-editing.ts';
import type { ConsoleDoor } from '../sockets/console-door.ts';
import type { CustomerDoor } from '../sockets/customer-door.ts';
import type { Barriers } from '../testing/barriers.ts';
import { ALL_USERS, FleetJumpItem } from '../testing/fleet.ts';
import { groupIdOf, jumpItemOf, statisticsOf } from '../testing/seed-records.ts';
import { barrierRoutes } from './barrier-routes.ts';
import { ControlRefusal, parseBody } from './control-refusal.ts';
import { customerRoutes } from './customer-routes.ts';
import { definedOnly } from './defined-only.ts';
import { knownAccount } from './known-account.ts';
import { MAX_CHANGES, playChanges } from './play-changes.ts';
import type { Route } from './route.ts';

type Deps = {
  readonly core: ApplianceCore;
  readonly consoleDoor: ConsoleDoor;
  readonly customerDoor: CustomerDoor;
  readonly barriers: Barriers;
};

const ItemEdit = z
  .strictObject({
    name: JumpItemName,
    hostname: ReportedText,
    jumpGroup: z.string(),
    tag: TagName.nullable(),
    comments: Comments,
    connection: z.enum(['active', 'passive']),
    presence: Presence,
  })
  .partial();
const Burst = z.strictObject({ items: z.array(z.unknown()).max(100_000) });
const Changes = z.strictObject({
  changes: z.array(ItemEdit.extend({ id: z.string() })).max(MAX_CHANGES),
});
const Play = z.strictObject({
  changesPerSecond: z.number().min(1).max(100_000),
  seconds: z.number().min(0.05).max(600),
  ids: z.array(z.string()).min(1).max(100_000).optional(),
});
const Drop = z.strictObject({ username: z.string().optional() });
const OneConsole = z.strictObject({ username: z.string() });
const AccountEdit = z.strictObject({ rights: z.array(Right), teams: z.array(z.string()) }).partial();

/** All that QA may ask for. To add a route: an entry here, a line in docs/qa.md, a test. */
export function createRoutes({ core, consoleDoor, customerDoor, barriers }: Deps): readonly Route[] {
  return [
    ...itemRoutes(core),
    ...bulkRoutes(core),
    ...siteRoutes(core, consoleDoor),
    ...customerRoutes(core, customerDoor),
    ...barrierRoutes(core, barriers),
  ];
}

function itemRoutes(core: ApplianceCore): readonly Route[] {
  const { site } = core;
  const known = (id: string) => knownItem(core, id);
  return [
    { method: 'GET', path: '/jump-items', answer: () => ({ jumpItems: [...site.all('jump-item')] }) },
    { method: 'GET', path: '/jump-items/:id', answer: ({ id }) => site.get('jump-item', known(id)) },
    {
      method: 'POST',
      path: '/jump-items',
      async answer({ body }) {
        const item = newItem(core, body);
        await core.jumpItems.add([item]);
        return item.item;
      },
    },
    {
      method: 'PATCH',
      path: '/jump-items/:id',
      answer: ({ id, body }) => core.jumpItems.change(known(id), editOf(core, parseBody(ItemEdit, body))),
    },
    {
      method: 'PUT',
      path: '/jump-items/:id/statistics',
      async answer({ id, body }) {
        if (!(await core.jumpClients.reportStatistics(known(id), parseBody(StatisticsUpdate, body)))) {
          throw new ControlRefusal(422, 'more statistics than a computer can have');
        }
        return {};
      },
    },
    {
      method: 'DELETE',
      path: '/jump-items/:id',
      async answer({ id }) {
        await core.jumpItems.remove(known(id));
        return {};
      },
    },
  ];
}

/** Many items at once: a transaction each call, or changes for a while. */
function bulkRoutes(core: ApplianceCore): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/jump-items/burst',
      async answer({ body }) {
        const items = parseBody(Burst, body).items.map((one) => newItem(core, one));
        await core.jumpItems.add(items);
        return { ids: items.map(({ item }) => item.id) };
      },
    },
    {
      method: 'POST',
      path: '/jump-items/changes',
      async answer({ body }) {
        const edits = parseBody(Changes, body).changes.map(({ id, ...edit }) => ({
          id: knownItem(core, id),
          edit: editOf(core, edit),
        }));
        const changed = await core.jumpItems.changeAll(edits);
        return { changed, committedAt: core.environment.clock.now() };
      },
    },
    {
      method: 'POST',
      path: '/jump-items/play',
      answer({ body }) {
        const { ids, ...play } = parseBody(Play, body);
        const all = ids?.map((id) => knownItem(core, id)) ?? core.site.sortedJumpItemIds();
        if (all.length === 0) throw new ControlRefusal(422, 'there is no Jump Item to change', 'ids');
        return playChanges(core, { ...play, ids: all });
      },
    },
  ];
}

function siteRoutes(core: ApplianceCore, consoleDoor: ConsoleDoor): readonly Route[] {
  const { site } = core;
  const account = (username: string) => knownAccount(core, username);
  return [
    {
      method: 'GET',
      path: '/support-sessions',
      answer: () => ({ supportSessions: [...site.all('support-session')] }),
    },
    {
      method: 'GET',
      path: '/limits',
      answer: () => countJumpClients(site),
    },
    {
      method: 'GET',
      path: '/consoles',
      answer: () => ({ connected: core.consoleCount(), streams: core.streams.count() }),
    },
    {
      method: 'POST',
      path: '/consoles/drop',
      answer({ body }) {
        const { username } = parseBody(Drop, body);
        return { dropped: consoleDoor.drop(username === undefined ? null : account(username).id) };
      },
    },
    {
      method: 'POST',
      path: '/consoles/hold',
      answer({ body }) {
        consoleDoor.hold(account(parseBody(OneConsole, body).username).id);
        return {};
      },
    },
    {
      method: 'POST',
      path: '/consoles/release',
      answer: ({ body }) => ({
        released: consoleDoor.release(account(parseBody(OneConsole, body).username).id),
      }),
    },
    {
      method: 'PATCH',
      path: '/accounts/:id',
      answer({ id, body }) {
        const { rights, teams } = parseBody(AccountEdit, body);
        const before = account(id);
        const after = {
          ...before,
          rights: rights ?? before.rights,
          teamIds: teams?.map((name) => knownGroup(core, name)) ?? before.teamIds,
        };
        return site.transact((transaction) => {
          transaction.put('representative', before.id, after);
          return after;
        });
      },
    },
  ];
}

function knownItem(core: ApplianceCore, id: string): JumpItemId {
  const item = core.site.get('jump-item', id);
  if (item === undefined) throw new ControlRefusal(404, 'there is no such Jump Item');
  return item.id;
}

function knownGroup(core: ApplianceCore, name: string) {
  const id = groupIdOf(name);
  if (core.site.get('jump-group', id) === undefined)
    throw new ControlRefusal(422, `there is no Jump Group ${name}`);
  return id;
}

function newItem(core: ApplianceCore, body: unknown): NewJumpItem {
  const defaults = { method: 'jump-client', jumpGroup: ALL_USERS };
  const given = parseBody(FleetJumpItem, typeof body === 'object' ? { ...defaults, ...body } : body);
  knownGroup(core, given.jumpGroup);
  const id = (given.id ?? core.environment.randomness.uuid()) as JumpItemId;
  if (core.site.get('jump-item', id) !== undefined || core.site.get('removed-jump-item', id) !== undefined)
    throw new ControlRefusal(409, 'there is such a Jump Item already');
  const now = core.environment.clock.now();
  return {
    item: jumpItemOf(given, id, now),
    statistics: given.method === 'jump-client' ? statisticsOf(given, now) : null,
  };
}

function editOf(core: ApplianceCore, { jumpGroup, ...edit }: z.infer<typeof ItemEdit>): JumpItemEdit {
  return definedOnly({
    ...edit,
    jumpGroupId: jumpGroup === undefined ? undefined : knownGroup(core, jumpGroup),
  });
}
