import type { RecordChange, SiteStorage } from '../core/site-records.ts';

/** Keeps everything for as long as the process lives. */
export function createMemoryStorage(): SiteStorage {
  const records = new Map<string, RecordChange>();
  return {
    durable: false,
    load: async () => [...records.values()],
    commit: async (changes) => {
      for (const change of changes) {
        const key = `${change.kind}/${change.id}`;
        if (change.value === null) records.delete(key);
        else records.set(key, change);
      }
    },
  };
}
