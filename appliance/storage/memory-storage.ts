import { RECORD_KINDS, type RecordChange, type RecordKind, type SiteStorage } from '../core/site-records.ts';

type Value = NonNullable<RecordChange['value']>;

/** Keeps everything for as long as the process lives. */
export function createMemoryStorage(): SiteStorage {
  const records = new Map<RecordKind, Map<string, Value>>(RECORD_KINDS.map((kind) => [kind, new Map()]));
  return {
    durable: false,
    load: async () => everything(records),
    commit: async (changes) => {
      for (const { kind, id, value } of changes) {
        if (value === null) records.get(kind)?.delete(id);
        else records.get(kind)?.set(id, value);
      }
    },
  };
}

function* everything(records: ReadonlyMap<RecordKind, ReadonlyMap<string, Value>>): Iterable<RecordChange> {
  for (const [kind, values] of records) {
    for (const [id, value] of values) yield { kind, id, value } as RecordChange;
  }
}
