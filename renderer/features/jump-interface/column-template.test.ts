import { expect, test } from 'vitest';
import { templateOf } from './column-template.ts';

test('R1.3 columns share the pane until they have widths; what they need at least scrolls', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: false },
      { id: 'tag', width: 90, isPinned: false },
    ]),
  ).toEqual({ '--columns': 'minmax(179px, 210fr) 90px 28px', '--table-width': '297px' });
});

test('R1.3 pinned columns stand beside one another and do not stretch', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: true },
      { id: 'tag', width: 90, isPinned: true },
      { id: 'status', width: 100, isPinned: false },
    ]),
  ).toEqual({
    '--columns': '210px 90px 100px 28px',
    '--pin-name': '0px',
    '--pin-tag': '210px',
    '--table-width': '428px',
  });
});
