import type { JumpItemId } from '#app/domain/ids.ts';
import {
  type CommittedChange,
  RECORD_KINDS,
  type RecordChange,
  type RecordKind,
  type SiteRecords,
  type SiteStorage,
} from './site-records.ts';
import { createSortedIds } from './sorted-ids.ts';

type Tables = { readonly [K in RecordKind]: Map<string, SiteRecords[K]> };

export type SiteReader = {
  get<K extends RecordKind>(kind: K, id: string): SiteRecords[K] | undefined;
  all<K extends RecordKind>(kind: K): Iterable<SiteRecords[K]>;
};

/** Reads see what this transaction has written. */
export type Transaction = SiteReader & {
  put<K extends RecordKind>(kind: K, id: string, value: SiteRecords[K]): void;
  remove(kind: RecordKind, id: string): void;
};

/** The state of a site, as committed. */
export type Site = SiteReader & {
  readonly durable: boolean;
  /** The ids of all Jump Items in ascending order: the order of snapshots. */
  sortedJumpItemIds(): readonly JumpItemId[];
  idsOf(kind: RecordKind): Iterable<string>;
  /**
   * Runs `body` alone, one transaction after the other; resolves once its changes are stored and published.
   * When `body` throws or the storage rejects, nothing has changed and the promise rejects.
   */
  transact<T>(body: (transaction: Transaction) => T): Promise<T>;
  /** Tells of every transaction that changed something, after it was stored and before it is acknowledged. */
  onCommitted(listener: (changes: readonly CommittedChange[]) => void): void;
};

/** Opens the site with all that the storage holds. */
export async function openSite(storage: SiteStorage): Promise<Site> {
  const tables = createTables();
  const sortedIds = createSortedIds<JumpItemId>();
  const listeners: ((changes: readonly CommittedChange[]) => void)[] = [];
  let tail: Promise<unknown> = Promise.resolve();

  const apply = (change: RecordChange): CommittedChange => {
    const committed = applyTo(tables, change);
    if (committed.kind === 'jump-item') {
      if (committed.before === undefined && committed.after !== undefined) sortedIds.add(committed.after.id);
      if (committed.before !== undefined && committed.after === undefined) {
        sortedIds.remove(committed.before.id);
      }
    }
    return committed;
  };

  const execute = async <T>(body: (transaction: Transaction) => T): Promise<T> => {
    const { transaction, changes } = beginTransaction(tables);
    const value = body(transaction);
    const list = changes();
    if (list.length === 0) return value;
    await storage.commit(list);
    const committed = list.map(apply);
    for (const listener of listeners) listener(committed);
    return value;
  };

  for (const { kind, id, value } of await storage.load()) {
    if (value === null) continue;
    (tables[kind] as Map<string, SiteRecords[RecordKind]>).set(id, value);
    if (kind === 'jump-item') sortedIds.add(value.id);
  }
  return {
    durable: storage.durable,
    get: (kind, id) => tables[kind].get(id),
    all: (kind) => tables[kind].values(),
    idsOf: (kind) => tables[kind].keys(),
    sortedJumpItemIds: sortedIds.list,
    transact(body) {
      const result = tail.then(() => execute(body));
      tail = result.catch(() => null); // the caller hears of the failure; the next transaction starts regardless
      return result;
    },
    onCommitted: (listener) => {
      listeners.push(listener);
    },
  };
}

function createTables(): Tables {
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, new Map()])) as unknown as Tables;
}

function applyTo(tables: Tables, { kind, id, value }: RecordChange): CommittedChange {
  const table = tables[kind] as Map<string, SiteRecords[RecordKind]>;
  const before = table.get(id);
  if (value === null) table.delete(id);
  else table.set(id, value);
  return { kind, id, before, after: value ?? undefined } as CommittedChange;
}

/** Gathers the writes of one transaction above the committed tables. */
function beginTransaction(tables: Tables) {
  const written = new Map<RecordKind, Map<string, RecordChange>>();
  const write = (change: RecordChange) => {
    const ofKind = written.get(change.kind) ?? new Map<string, RecordChange>();
    written.set(change.kind, ofKind.set(change.id, change));
  };
  const transaction: Transaction = {
    get<K extends RecordKind>(kind: K, id: string) {
      const change = written.get(kind)?.get(id);
      if (change === undefined) return tables[kind].get(id);
      return (change.value ?? undefined) as SiteRecords[K] | undefined;
    },
    *all<K extends RecordKind>(kind: K) {
      const ofKind = written.get(kind);
      for (const [id, value] of tables[kind]) if (!ofKind?.has(id)) yield value;
      for (const { value } of ofKind?.values() ?? []) if (value !== null) yield value as SiteRecords[K];
    },
    put: (kind, id, value) => write({ kind, id, value } as RecordChange),
    remove: (kind, id) => write({ kind, id, value: null }),
  };
  return { transaction, changes: () => [...written.values()].flatMap((ofKind) => [...ofKind.values()]) };
}
