import { expect, test } from 'vitest';
import { templateOf } from './column-template.ts';

test('R1.3 columns share the pane until they have widths; what they need at least scrolls', () => {
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: false },
      { id: 'tag', width: 90, isPinned: false },
    ]),
  ).toEqual({
    '--columns':
      'minmax(calc(clamp(173px, (100% - 90px - 28px) * 1.0000, 204px) + clamp(0px, (100% - 90px - 28px - 204px) * 1.0000, 52px)), 256fr) 90px 28px',
    '--table-width': 'calc(173px + 90px + 28px)',
  });
});

test('R1.3 pinned columns stand beside one another; without a width of their own they follow the window', () => {
  const name = 'clamp(204px, 13.33vw, 256px)';
  const rest = `100% - ${name} - 90px - 80px - 28px`;
  expect(
    templateOf([
      { id: 'name', width: null, isPinned: true },
      { id: 'tag', width: 90, isPinned: true },
      { id: 'version', width: null, isPinned: true },
      { id: 'status', width: null, isPinned: false },
    ]),
  ).toEqual({
    '--columns': `${name} 90px 80px minmax(calc(clamp(78px, (${rest}) * 1.0000, 92px) + clamp(0px, (${rest} - 92px) * 1.0000, 92px)), 184fr) 28px`,
    '--pin-name': '0px',
    '--pin-tag': name,
    '--pin-version': `calc(${name} + 90px)`,
    '--table-width': `calc(${name} + 90px + 80px + 78px + 28px)`,
  });
});

test('R1.3 a pinned column with a width of its own keeps it', () => {
  expect(templateOf([{ id: 'name', width: 230, isPinned: true }])['--columns']).toBe('230px 28px');
});

test('R1.3 what room there is beyond the defaults is parted by what columns have use for', () => {
  const columns = (['name', 'version', 'comments'] as const).map((id) => ({
    id,
    width: null,
    isPinned: false,
  }));
  expect(templateOf(columns)['--columns']).toBe(
    [
      'minmax(calc(clamp(173px, (100% - 28px) * 0.4928, 204px) + clamp(0px, (100% - 28px - 414px) * 0.1548, 52px)), 256fr)',
      'minmax(clamp(68px, (100% - 28px) * 0.1932, 80px), 80fr)',
      'minmax(calc(clamp(111px, (100% - 28px) * 0.3140, 130px) + clamp(0px, (100% - 28px - 414px) * 0.8452, 284px)), 414fr)',
      '28px',
    ].join(' '),
  );
});
