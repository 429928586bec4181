import { RECORD_KINDS, type RecordChange, type RecordKind, type SiteStorage } from '../core/site-records.ts';

/** Keeps everything for as long as the process lives. */
export function createMemoryStorage(): SiteStorage {
  const records = new Map<RecordKind, Map<string, RecordChange>>(
    RECORD_KINDS.map((kind) => [kind, new Map()]),
  );
  return {
    durable: false,
    load: async () => [...records.values()].flatMap((ofKind) => [...ofKind.values()]),
    commit: async (changes) => {
      for (const change of changes) {
        const ofKind = records.get(change.kind);
        if (change.value === null) ofKind?.delete(change.id);
        else ofKind?.set(change.id, change);
      }
    },
  };
}
