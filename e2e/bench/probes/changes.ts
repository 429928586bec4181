import { FIGURES } from '../goals.ts';
import type { Probe, ProbeContext } from './probe.ts';

const CHANGES = 500;
/** The frames after the last change belong to the burst, too. */
const AFTERWARDS_MS = 300;

/**
 * Changes the comments of 500 items over a second, those of the first row last. The server makes the changes, a few at a
 * time, and says when it committed the last one: no request is counted. Its gathering of changes is.
 */
export const probeChanges: Probe = async (context) => {
  const { page, side } = context;
  const { first, others } = pickTargets(context, await page.evaluate(() => benchProbe.firstName()));
  const last = `Changed at ${Date.now()}`;
  await page.evaluate((text) => {
    benchProbe.text.expect(text);
    benchProbe.frames.begin();
  }, last);
  await side.playChanges({ changesPerSecond: others.length, seconds: 1, ids: others.map(({ id }) => id) });
  const committedAt = await side.changeComments(first.id, last);
  const paintedAt = await page.evaluate(() => benchProbe.text.paintedAt());
  await page.waitForTimeout(AFTERWARDS_MS);
  const { frames } = await page.evaluate(() => benchProbe.frames.end());
  await side.restoreComments([...others, first]);
  await page.waitForTimeout(AFTERWARDS_MS);
  return [
    { figure: FIGURES.changesPainted, unit: 'ms', values: [paintedAt - committedAt] },
    { figure: FIGURES.changesLongestFrame, unit: 'ms', values: [Math.max(...frames)] },
  ];
};

/** The item in the list's first row, and others from all over the list. */
function pickTargets({ items }: ProbeContext, firstName: string) {
  const first = items.find(({ name }) => name === firstName);
  if (first === undefined) throw new Error(`No item is called “${firstName}”.`);
  const step = Math.max(1, Math.floor(items.length / CHANGES));
  const others = items.filter((item, index) => index % step === 0 && item !== first).slice(0, CHANGES - 1);
  return { first, others };
}
