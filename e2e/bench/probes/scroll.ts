import { FIGURES } from '../goals.ts';
import type { Probe, ProbeContext } from './probe.ts';

const DISTANCE_PX = 8_000;
const SPEED_PX_PER_S = 3_000;

/** Scrolls with a wheel that Chromium moves at an even speed, and watches every animation frame meanwhile. */
export const probeScroll: Probe = async (context) => {
  const { page } = context;
  await page.evaluate(() => benchProbe.frames.begin(true));
  await scroll(context, -DISTANCE_PX, SPEED_PX_PER_S);
  const { frames, blank, scrolledPx } = await page.evaluate(() => benchProbe.frames.end());
  if (scrolledPx < DISTANCE_PX * 0.9)
    throw new Error(`Only ${scrolledPx} of ${DISTANCE_PX} px were scrolled.`);
  await page.evaluate(() => benchProbe.scrollToTop());
  return [
    { figure: FIGURES.scrollLongestFrame, unit: 'ms', values: [Math.max(...frames)] },
    { figure: FIGURES.scrollBlankFrames, unit: 'frames', values: [blank] },
  ];
};

async function scroll({ page, side }: ProbeContext, yDistance: number, speed: number): Promise<void> {
  const box = await page.locator(side.surface.scroller).boundingBox();
  if (box === null) throw new Error(`${side.name}: nothing is there to scroll.`);
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await devtools.send('Input.synthesizeScrollGesture', {
    ...at,
    yDistance,
    speed,
    gestureSourceType: 'mouse',
  });
  await devtools.detach();
}
