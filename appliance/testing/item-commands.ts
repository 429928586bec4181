import { expect } from 'vitest';
import type { ImportEntry, ItemsOutcome, RefusedItem, SeenItem } from '#app/contracts/jump-item-commands.ts';
import type { JumpGroupId, OpId } from '#app/domain/ids.ts';
import type { NewShortcut, PropertiesChange } from '#app/domain/jump-item-change.ts';
import {
  anOpId,
  type createCoreFixture,
  jumpItemId,
  representativeId,
  silentTransport,
} from './core-fixture.ts';

type Fixture = Awaited<ReturnType<typeof createCoreFixture>>;
export type GivenCommand = { opId?: OpId; repeated?: boolean; seen?: Partial<SeenItem['seen']> };

/** The only part of a command. */
export const WHOLE = { number: 1, of: 1 };
export const ALL_USERS_GROUP = 'all-users' as JumpGroupId;

/** The item as somebody sees it who looks now; `seen` says what that person saw otherwise. */
export function seenNow({ core }: Fixture, id: string, seen: GivenCommand['seen'] = {}): SeenItem {
  const item = core.site.get('jump-item', id);
  const presenceRev = item?.method === 'jump-client' ? item.presenceRev : null;
  return {
    jumpItemId: jumpItemId(id),
    seen: { propertiesRev: item?.propertiesRev ?? 1, presenceRev, ...seen },
  };
}

export function aNewShortcut(change: Partial<NewShortcut> = {}): NewShortcut {
  return {
    method: 'local-vnc',
    name: 'Scanner',
    hostname: 'scanner.example',
    port: null,
    jumpGroupId: ALL_USERS_GROUP,
    tag: null,
    comments: '',
    ...change,
  };
}

/** The commands of one representative's console that change Jump Items, each with a number of its own. */
export function itemCommandsOf(fixture: Fixture, username: string) {
  const { requests } = fixture.core.connectConsole(representativeId(username), silentTransport);
  const numbered = ({ opId = anOpId(), repeated = false }: GivenCommand) => ({ opId, repeated });
  return {
    requests,
    edit(ids: readonly string[], change: PropertiesChange, given: GivenCommand = {}) {
      const items = ids.map((id) => seenNow(fixture, id, given.seen));
      return requests['jump-items:edit']({ ...numbered(given), part: WHOLE, change, items });
    },
    createShortcut: (change: Partial<NewShortcut> = {}, given: GivenCommand = {}) =>
      requests['jump-items:create-shortcut']({ ...numbered(given), shortcut: aNewShortcut(change) }),
    importItems: (entries: ImportEntry[], given: GivenCommand = {}) =>
      requests['jump-items:import']({ ...numbered(given), part: WHOLE, entries }),
    undo: (undoneOpId: OpId, given: GivenCommand = {}) =>
      requests['jump-items:undo']({ ...numbered(given), undoneOpId }),
    openShortcut(id: string, given: GivenCommand = {}) {
      const { jumpItemId: item, seen } = seenNow(fixture, id, given.seen);
      return requests['jump-item:open-shortcut']({ ...numbered(given), jumpItemId: item, seen });
    },
  };
}

/** An answer that says so much was done, and why the rest was not. */
export function outcome(done: number, refused: readonly Partial<RefusedItem>[] = []) {
  const named = refused.map((item) => expect.objectContaining(item));
  const value: Record<keyof ItemsOutcome, unknown> = { done, refusedCount: refused.length, refused: named };
  return { ok: true, value: expect.objectContaining(value) };
}
