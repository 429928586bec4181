import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createWindowBounds } from './window-bounds.ts';

const BOUNDS = { x: 100, y: 50, width: 1400, height: 900 };

function someBounds(folder = temporaryFolder(), displayWidth = 1920) {
  const path = join(folder, 'window.json');
  const displays = () => [{ x: 0, y: 0, width: displayWidth, height: 1080 }];
  return {
    path,
    folder,
    bounds: createWindowBounds({ path, now: () => 0, log: createQuietLog(), displays }),
  };
}

test('a first window is 1280 by 800', () => {
  expect(someBounds().bounds.recall()).toEqual({ bounds: { width: 1280, height: 800 }, isMaximized: false });
});

test('the window comes back where it was', () => {
  const { folder, bounds } = someBounds();
  bounds.keep(BOUNDS, true);
  expect(someBounds(folder).bounds.recall()).toEqual({ bounds: BOUNDS, isMaximized: true });
});

test('a place on a display that is gone is forgotten, its size is not', () => {
  const { folder, bounds } = someBounds();
  bounds.keep({ ...BOUNDS, x: 1_850 }, false);
  expect(someBounds(folder, 1_280).bounds.recall().bounds).toEqual({ width: 1400, height: 900 });
});

test('a damaged file is set aside and the defaults are used', () => {
  const { path, folder, bounds } = someBounds();
  writeFileSync(path, '{"version":1,"bounds":');
  expect(bounds.recall().bounds).toEqual({ width: 1280, height: 800 });
  expect(readdirSync(folder)).toEqual(['window.json.set-aside-1970-01-01T00-00-00.000Z']);
});
