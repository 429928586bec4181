import { expect, test } from 'vitest';
import { templateOf } from './column-template.ts';

test('R1.3 columns share the pane until they have widths; what they need at least scrolls', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: false },
      { id: 'tag', width: 90, isPinned: false },
    ]),
  ).toEqual({
    '--columns': 'minmax(clamp(173px, (100% - 90px - 28px) * 1.0000, 204px), 256fr) 90px 28px',
    '--table-width': 'calc(173px + 90px + 28px)',
  });
});

test('R1.3 pinned columns stand beside one another; without a width of their own they follow the window', () => {
  const name = 'clamp(204px, 13.33vw, 256px)';
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: true },
      { id: 'tag', width: 90, isPinned: true },
      { id: 'version', width: null, isPinned: true },
      { id: 'status', width: null, isPinned: false },
    ]),
  ).toEqual({
    '--columns': `${name} 90px 80px minmax(clamp(78px, (100% - ${name} - 90px - 80px - 28px) * 1.0000, 92px), 186fr) 28px`,
    '--pin-name': '0px',
    '--pin-tag': name,
    '--pin-version': `calc(${name} + 90px)`,
    '--table-width': `calc(${name} + 90px + 80px + 78px + 28px)`,
  });
});

test('R1.3 a pinned column with a width of its own keeps it', () => {
  expect(templateOf([{ id: 'name', width: 230, isPinned: true }])['--columns']).toBe('230px 28px');
});
