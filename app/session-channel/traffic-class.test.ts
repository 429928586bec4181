import { expect, test } from 'vitest';
import { trafficClassOf } from './traffic-class.ts';

test('a shell and a list of files are waited for, a file under way is not', () => {
  expect(trafficClassOf({ service: 'command-shell', columns: 80, rows: 24 })).toBe('interactive');
  expect(trafficClassOf({ service: 'file-transfer', use: 'folders' })).toBe('interactive');
  expect(trafficClassOf({ service: 'file-transfer', use: 'transfer' })).toBe('bulk');
});
