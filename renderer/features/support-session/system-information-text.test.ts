import { expect, test } from 'vitest';
import { createTexts } from '#app/texts/texts.ts';
import { systemInformationText } from './system-information-text.ts';

test('System Information is copied as paragraphs with tabs, a cell never more than one', () => {
  const text = systemInformationText(createTexts('en'), {
    takenAt: Date.UTC(2026, 0, 2),
    sections: [
      { title: 'computer', columns: ['', ''], rows: [['Name', 'front\tdesk\n2']] },
      { title: 'disks', columns: ['Mount', 'Size'], rows: [['/', '50 GB']] },
    ],
  });
  expect(text).toBe(
    '2026-01-02T00:00:00.000Z\n\nComputer\nName\tfront desk 2\n\nDisks\nMount\tSize\n/\t50 GB',
  );
});
