import { FIGURES } from '../goals.ts';
import type { Probe } from './probe.ts';

const CHANGES = { changesPerSecond: 10_000, seconds: 10 } as const;

/** Ten thousand changes a second all over the list, for ten seconds: what a frame takes meanwhile. */
export const probeStream: Probe = async ({ page, side, items }) => {
  await page.evaluate(() => benchProbe.frames.begin());
  await side.playChanges(CHANGES);
  const { frames } = await page.evaluate(() => benchProbe.frames.end());
  await side.restoreComments(items);
  return [{ figure: FIGURES.streamLongestFrame, unit: 'ms', values: [Math.max(...frames)] }];
};
