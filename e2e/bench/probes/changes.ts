import { setTimeout as pause } from 'node:timers/promises';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { FIGURES } from '../goals.ts';
import type { Side } from '../side.ts';
import type { Probe, ProbeContext } from './probe.ts';

const CHANGES = 500;
const DURATION_MS = 1_000;
/** The frames after the last change belong to the burst, too. */
const AFTERWARDS_MS = 300;

/**
 * Changes the comments of 500 items over a second, those of the first row last. A change counts from the moment in
 * which its request leaves; the gathering of changes on the server counts, too.
 */
export const probeChanges: Probe = async (context) => {
  const { page, side } = context;
  const targets = pickTargets(context, await page.evaluate(() => benchProbe.firstName()));
  const last = `Changed at ${Date.now()}`;
  await page.evaluate((text) => {
    benchProbe.text.expect(text);
    benchProbe.frames.begin();
  }, last);
  const lastChangeAt = await changeAll(side, targets, last);
  const paintedAt = await page.evaluate(() => benchProbe.text.paintedAt());
  await page.waitForTimeout(AFTERWARDS_MS);
  const { frames } = await page.evaluate(() => benchProbe.frames.end());
  await restore(context, targets);
  return [
    { figure: FIGURES.changesPainted, unit: 'ms', values: [paintedAt - lastChangeAt] },
    { figure: FIGURES.changesLongestFrame, unit: 'ms', values: [Math.max(...frames)] },
  ];
};

/** Items from all over the list, and at the end the one in its first row. */
function pickTargets({ items }: ProbeContext, firstName: string): readonly JumpItem[] {
  const first = items.find(({ name }) => name === firstName);
  if (first === undefined) throw new Error(`No item is called “${firstName}”.`);
  const step = Math.max(1, Math.floor(items.length / CHANGES));
  const others = items.filter((item, index) => index % step === 0 && item !== first).slice(0, CHANGES - 1);
  return [...others, first];
}

async function changeAll(side: Side, targets: readonly JumpItem[], last: string): Promise<number> {
  const startedAt = performance.now();
  const asked: Promise<void>[] = [];
  let lastChangeAt = 0;
  for (const [index, item] of targets.entries()) {
    const isLast = index === targets.length - 1;
    const due = startedAt + (index / targets.length) * DURATION_MS - performance.now();
    if (due > 1) await pause(due);
    if (isLast) await Promise.all(asked);
    lastChangeAt = performance.timeOrigin + performance.now();
    asked.push(side.changeComments(item.id, isLast ? last : `Seen in passing ${index}`));
  }
  await Promise.all(asked);
  return lastChangeAt;
}

/** Later runs find the site as it was made. */
async function restore({ page, side }: ProbeContext, targets: readonly JumpItem[]): Promise<void> {
  for (const item of targets) await side.changeComments(item.id, item.comments);
  await page.waitForTimeout(AFTERWARDS_MS);
}
