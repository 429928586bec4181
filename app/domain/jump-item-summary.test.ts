import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRESENCES } from './jump-item.ts';
import { aJumpClient, aJumpShortcut } from './jump-item-samples.test-support.ts';
import { jumpItemStatus } from './jump-item-status.ts';
import { summarizeJumpItems } from './jump-item-summary.ts';

test('R1.7 in a session and disabled count as online, uninstalled as offline, passive as passive, shortcuts only in all', () => {
  const items = [
    aJumpClient(),
    aJumpClient({ inSessionWith: ['wscott'] }),
    aJumpClient({ presence: 'disabled' }),
    aJumpClient({ presence: 'offline' }),
    aJumpClient({ presence: 'uninstalled' }),
    aJumpClient({ connection: 'passive', presence: 'online' }),
    aJumpShortcut(),
  ];
  expect(summarizeJumpItems(items)).toEqual({
    jumpItems: 7,
    jumpClients: 6,
    online: 3,
    offline: 2,
    passive: 1,
  });
});

test('R1.7 online, offline and passive always add up to the Jump Clients', () => {
  const anItem = fc.record({
    presence: fc.constantFrom(...PRESENCES),
    connection: fc.constantFrom('active' as const, 'passive' as const),
    inSessionWith: fc.array(fc.string(), { maxLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(anItem), (changes) => {
      const summary = summarizeJumpItems([...changes.map(aJumpClient), aJumpShortcut()]);
      expect(summary.online + summary.offline + summary.passive).toBe(changes.length);
      expect(summary).toMatchObject({ jumpClients: changes.length, jumpItems: changes.length + 1 });
    }),
  );
});

test('R1.12 an uninstalled Jump Client says so, active or passive', () => {
  expect(jumpItemStatus(aJumpClient({ presence: 'uninstalled' }))).toBe('uninstalled');
  expect(jumpItemStatus(aJumpClient({ presence: 'uninstalled', connection: 'passive' }))).toBe('uninstalled');
});
