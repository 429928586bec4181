import { expect, test } from 'vitest';
import type { JumpGroupId } from '#app/domain/ids.ts';
import type { RecordChange, SiteStorage } from '../core/site-records.ts';

function group(id: string, name: string): RecordChange {
  const value = { kind: 'team', id: id as JumpGroupId, name } as const;
  return { kind: 'jump-group', id, value };
}

/** What every storage must do. `open` gives an empty one and, for a durable one, opens the same again. */
export function testStorage(
  open: () => Promise<{ storage: SiteStorage; reopen(): Promise<SiteStorage> }>,
): void {
  test('an empty storage holds nothing', async () => {
    const { storage } = await open();
    expect([...(await storage.load())]).toEqual([]);
  });

  test('what was committed is loaded, each record once and as it was last', async () => {
    const { storage } = await open();
    await storage.commit([group('a', 'Old'), group('b', 'B')]);
    await storage.commit([group('a', 'New'), { kind: 'jump-group', id: 'b', value: null }]);
    expect([...(await storage.load())]).toEqual([group('a', 'New')]);
  });

  test('the same id in two kinds names two records', async () => {
    const { storage } = await open();
    const statistics = { statistics: {}, reportedAt: {}, lastHeardAt: null };
    await storage.commit([group('a', 'A'), { kind: 'reported-statistics', id: 'a', value: statistics }]);
    expect([...(await storage.load())]).toHaveLength(2);
  });

  test('removing what is not there does nothing', async () => {
    const { storage } = await open();
    await storage.commit([{ kind: 'jump-group', id: 'nobody', value: null }]);
    expect([...(await storage.load())]).toEqual([]);
  });

  test('a restart finds what was committed, where the storage is durable', async () => {
    const { storage, reopen } = await open();
    await storage.commit([group('a', 'A')]);
    const again = await reopen();
    expect([...(await again.load())]).toEqual(storage.durable ? [group('a', 'A')] : []);
  });
}
