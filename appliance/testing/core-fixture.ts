import type { z } from 'zod';
import type { JumpClientRemoved, SessionStart } from '#app/contracts/jump-client-protocol.ts';
import type { JumpItemId, OpId, RepresentativeId } from '#app/domain/ids.ts';
import { createApplianceCore } from '../core/appliance-core.ts';
import type { ConsoleTransport } from '../core/console-connection.ts';
import type { CustomerLink, PinNews } from '../core/customers.ts';
import type { JumpClientLink } from '../core/jump-clients.ts';
import type { DispatchOutcome } from '../core/start-link.ts';
import type { HistorySimulation } from '../core/statistics-histories.ts';
import { createMemoryStorage } from '../storage/memory-storage.ts';
import { createFakeEnvironment } from './fake-environment.ts';
import { Fleet } from './fleet.ts';
import { seedRecords } from './seed-records.ts';

const JUMP = 'jump-to-jump-items';
const CHANGE = ['create-jump-items', 'edit-jump-items', 'remove-jump-items'] as const;

/**
 * Anna and Ben share the team Tills and may do what concerns their own, Cleo may do nothing, Dora may only jump, and
 * sees everybody's personal group.
 */
export const SMALL_FLEET: z.input<typeof Fleet> = {
  siteName: 'Small Site',
  teams: ['Tills', 'Servers'],
  accounts: [
    { username: 'anna', displayName: 'Anna', rights: [JUMP, ...CHANGE], teams: ['Tills'] },
    { username: 'ben', displayName: 'Ben', rights: [JUMP, ...CHANGE], teams: ['Tills', 'Servers'] },
    { username: 'cleo', displayName: 'Cleo', rights: [], teams: ['Tills'] },
    { username: 'dora', displayName: 'Dora', rights: [JUMP, 'view-personal-groups-of-others'] },
  ],
  jumpItems: [
    { id: 'reception', method: 'jump-client', name: 'Reception', jumpGroup: 'All Users' },
    { id: 'till', method: 'jump-client', name: 'Till', jumpGroup: 'Tills' },
    { id: 'database', method: 'jump-client', name: 'Database', jumpGroup: 'Servers' },
    { id: 'annas', method: 'jump-client', name: 'Anna’s own', jumpGroup: 'user:anna' },
    { id: 'rdp', method: 'local-rdp', name: 'Terminal server', jumpGroup: 'All Users' },
  ],
};

/** A core on a clock that stands still. */
export async function createCoreFixture(
  given: z.input<typeof Fleet> = SMALL_FLEET,
  simulation: HistorySimulation | null = null,
) {
  const environment = createFakeEnvironment();
  const storage = createMemoryStorage();
  const seeded = seedRecords(Fleet.parse(given), environment);
  await storage.commit(seeded.records);
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  const core = await createApplianceCore(storage, environment, onFailure, simulation);
  return { core, environment, storage, seeded, failures };
}

/** Waits until everything that was begun has been committed. */
export async function settled({ core }: { core: Awaited<ReturnType<typeof createApplianceCore>> }) {
  await core.site.transact(() => null);
  await core.site.transact(() => null);
}

export function jumpItemId(id: string): JumpItemId {
  return id as JumpItemId;
}
export function representativeId(username: string): RepresentativeId {
  return `representative-${username}` as RepresentativeId;
}
let operations = 0;
export function anOpId(): OpId {
  operations += 1;
  return `00000000-0000-4000-9000-${String(operations).padStart(12, '0')}` as OpId;
}

/** A console's connection on which nothing is read. */
export const silentTransport: ConsoleTransport = {
  sendStream: () => undefined,
  sendStatistics: () => undefined,
  sendHistory: () => undefined,
  sendSummaryChanged: () => undefined,
  sendChoice: () => undefined,
};

/** A Jump Client's connection that answers as it is told. `hears`: whether it hears that it is to uninstall itself. */
export function fakeLink(
  answer: () => DispatchOutcome | Promise<DispatchOutcome> = () => ({ ok: true }),
  hears = true,
) {
  const started: { sessionId: string; sessionToken: string }[] = [];
  const toldToUninstall: JumpClientRemoved[] = [];
  let closed = 0;
  const link: JumpClientLink = {
    async startSession(start) {
      started.push(start);
      return answer();
    },
    async uninstall(removed) {
      toldToUninstall.push(removed);
      return hears;
    },
    close: () => {
      closed += 1;
    },
  };
  return { link, started, toldToUninstall, closedTimes: () => closed };
}

/** A support client's connection that answers as it is told, and what it heard. */
export function fakeCustomerLink(
  answer: () => DispatchOutcome | Promise<DispatchOutcome> = () => ({ ok: true }),
) {
  const started: SessionStart[] = [];
  const welcomes: { id: string; names: readonly string[] }[] = [];
  const ends: string[] = [];
  const news: PinNews[] = [];
  let closed = 0;
  const link: CustomerLink = {
    welcome: ({ id, representativeNames }) => welcomes.push({ id, names: representativeNames }),
    async startSession(start) {
      started.push(start);
      return answer();
    },
    tellPin: (told) => news.push(told),
    end: (reason) => ends.push(reason),
    close: () => {
      closed += 1;
    },
  };
  return { link, started, welcomes, ends, news, closedTimes: () => closed };
}
