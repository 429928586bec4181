import { expect, test } from 'vitest';
import { templateOf } from './column-template.ts';

test('R1.3 columns share the pane until they have widths; what they need at least scrolls', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: false },
      { id: 'tag', width: 90, isPinned: false },
    ]),
  ).toEqual({
    '--columns': 'minmax(clamp(173px, (100% - 118px) * 1.0000, 204px), 288fr) 90px 28px',
    '--table-width': '291px',
  });
});

test('R1.3 pinned columns stand beside one another and do not stretch', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: true },
      { id: 'tag', width: 90, isPinned: true },
      { id: 'status', width: 100, isPinned: false },
    ]),
  ).toEqual({
    '--columns': '204px 90px 100px 28px',
    '--pin-name': '0px',
    '--pin-tag': '204px',
    '--table-width': '422px',
  });
});
