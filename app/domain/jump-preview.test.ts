import { describe, expect, test } from 'vitest';
import type { JumpItem } from './jump-item.ts';
import { aJumpClient, aJumpShortcut } from './jump-item-samples.test-support.ts';
import { isLastingRefusal, previewJump } from './jump-preview.ts';

const cases: [string, JumpItem, ReturnType<typeof previewJump>][] = [
  ['R1.8 nothing speaks against an online Jump Client', aJumpClient(), null],
  ['R7.8 offline', aJumpClient({ presence: 'offline' }), { code: 'client-offline' }],
  ['R7.9 uninstalled', aJumpClient({ presence: 'uninstalled' }), { code: 'client-uninstalled' }],
  ['R7.16 disabled', aJumpClient({ presence: 'disabled' }), { code: 'client-disabled' }],
  [
    'R5.3 a passive one that is offline may answer on its address',
    aJumpClient({ presence: 'offline', connection: 'passive' }),
    null,
  ],
  [
    'R7.9 a passive one that was uninstalled never answers',
    aJumpClient({ presence: 'uninstalled', connection: 'passive' }),
    { code: 'client-uninstalled' },
  ],
  ['R1.8 nothing is known that speaks against a shortcut', aJumpShortcut(), null],
];

describe('what a jump would be answered', () => {
  for (const [title, item, refusal] of cases) {
    test(title, () => expect(previewJump(item, null)).toEqual(refusal));
  }

  test('the missing right is named before anything else', () => {
    const refusal = previewJump(aJumpClient({ presence: 'uninstalled' }), 'jump-to-jump-items');
    expect(refusal).toEqual({ code: 'not-permitted', detail: 'jump-to-jump-items' });
  });

  test('R7.8 R7.16 presence passes; R1.12 uninstalled stays', () => {
    expect(isLastingRefusal({ code: 'client-offline' })).toBe(false);
    expect(isLastingRefusal({ code: 'client-disabled' })).toBe(false);
    expect(isLastingRefusal({ code: 'client-uninstalled' })).toBe(true);
  });
});
