import { FIGURES } from '../goals.ts';
import type { Probe } from './probe.ts';

const CHANGES_PER_SECOND = 10_000;
const SECONDS = 10;

/** Ten thousand changes a second all over the list, for ten seconds: what a frame takes meanwhile. */
export const probeStream: Probe = async ({ page, side, items }) => {
  await page.evaluate(() => benchProbe.frames.begin());
  await side.playChanges(CHANGES_PER_SECOND, SECONDS);
  const { frames } = await page.evaluate(() => benchProbe.frames.end());
  await side.restoreComments(items);
  return [{ figure: FIGURES.streamLongestFrame, unit: 'ms', values: [Math.max(...frames)] }];
};
