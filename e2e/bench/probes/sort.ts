import { FIGURES } from '../goals.ts';
import type { SortedColumn } from '../in-page/surface.ts';
import type { Probe } from './probe.ts';

/** Clicks on headers, each of which brings another order; the last one brings back the first. */
const CLICKS: readonly SortedColumn[] = [
  'hostname',
  'hostname',
  'comments',
  'comments',
  'name',
  'name',
  'hostname',
  'name',
];
const BETWEEN_CLICKS_MS = 150;

/** From the release of the mouse button on a header to the paint of the rows in their new order. */
export const probeSort: Probe = async ({ page, side }) => {
  const values: number[] = [];
  for (const column of CLICKS) {
    const expected = { kind: 'order', column } as const;
    await page.evaluate((order) => benchProbe.action.expect('pointerup', order), expected);
    await page.locator(side.surface.headers[column]).click();
    values.push((await page.evaluate(() => benchProbe.action.outcome())).ms);
    await page.waitForTimeout(BETWEEN_CLICKS_MS);
  }
  return [{ figure: FIGURES.sort, unit: 'ms', values }];
};
