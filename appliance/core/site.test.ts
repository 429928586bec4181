import { expect, test, vi } from 'vitest';
import type { JumpGroupId, JumpItemId } from '#app/domain/ids.ts';
import { createMemoryStorage } from '../storage/memory-storage.ts';
import { newJumpClient } from './new-jump-item.ts';
import { openSite } from './site.ts';

function item(id: string, name = id) {
  return newJumpClient({
    id: id as JumpItemId,
    name,
    hostname: id,
    jumpGroupId: 'all-users' as JumpGroupId,
    tag: null,
    comments: '',
    presenceSince: 0,
  });
}

test('a transaction reads what it wrote, and others see it only afterwards', async () => {
  const site = await openSite(createMemoryStorage());
  const done = site.transact((transaction) => {
    transaction.put('jump-item', 'a', item('a'));
    expect(transaction.get('jump-item', 'a')?.name).toBe('a');
    expect([...transaction.all('jump-item')]).toHaveLength(1);
    expect(site.get('jump-item', 'a')).toBeUndefined();
  });
  await done;
  expect(site.get('jump-item', 'a')?.name).toBe('a');
});

test('what throws changes nothing, and the next transaction runs', async () => {
  const site = await openSite(createMemoryStorage());
  const failed = site.transact((transaction) => {
    transaction.put('jump-item', 'a', item('a'));
    throw new Error('no');
  });
  const next = site.transact((transaction) => transaction.get('jump-item', 'a'));
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBeUndefined();
});

test('what the storage refuses is neither kept nor published', async () => {
  const storage = createMemoryStorage();
  const site = await openSite({ ...storage, commit: () => Promise.reject(new Error('disk full')) });
  const listener = vi.fn();
  site.onCommitted(listener);
  await expect(site.transact((t) => t.put('jump-item', 'a', item('a')))).rejects.toThrow('disk full');
  expect(site.get('jump-item', 'a')).toBeUndefined();
  expect(listener).not.toHaveBeenCalled();
});

test('changes are stored before they are published, and published before they are acknowledged', async () => {
  const order: string[] = [];
  const storage = createMemoryStorage();
  const site = await openSite({
    ...storage,
    commit: async (changes) => {
      await storage.commit(changes);
      order.push('stored');
    },
  });
  site.onCommitted(() => order.push('published'));
  await site.transact((t) => t.put('jump-item', 'a', item('a')));
  order.push('acknowledged');
  expect(order).toEqual(['stored', 'published', 'acknowledged']);
});

test('a site opens with what was committed before, its ids in order', async () => {
  const storage = createMemoryStorage();
  const before = await openSite(storage);
  await before.transact((t) => {
    for (const id of ['c', 'a', 'b']) t.put('jump-item', id, item(id));
  });
  await before.transact((t) => t.remove('jump-item', 'b'));
  const after = await openSite(storage);
  expect(after.sortedJumpItemIds()).toEqual(['a', 'c']);
  expect(before.sortedJumpItemIds()).toEqual(['a', 'c']);
});
