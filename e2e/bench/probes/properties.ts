import type { Page } from 'playwright';
import { propertiesDialog } from '../../pages/properties-dialog.ts';
import { FIGURES } from '../goals.ts';
import type { Probe, ProbeContext } from './probe.ts';

const CHANGED = 5_000;
/** The frames after the last row belong to it, too. */
const AFTERWARDS_MS = 500;
const BEFORE = 'bench-before';
const AFTER = 'bench-after';

/**
 * *Properties* of 5,000 items (R1.10), with a second console that looks on. The one that sends it lists what has the old
 * comments, the other what has the new ones: every row has arrived, and is painted, when the first lists none and the
 * second all 5,000. The floor changes nothing: it has no such figure.
 */
export const probeProperties: Probe = async (context) => {
  const { page, side, items } = context;
  if (side.launchBeside === null || items.length < CHANGED) return [];
  const some = items.slice(0, CHANGED);
  await side.restoreComments(some.map((item) => ({ ...item, comments: BEFORE })));
  const beside = await side.launchBeside();
  try {
    await search(context, page, BEFORE, CHANGED);
    await search(context, beside.page, AFTER, 0);
    return await measure(context, beside.page);
  } finally {
    await beside.close();
    await side.restoreComments(some);
    await page.locator(side.surface.searchField).fill('');
  }
};

async function measure({ page, side }: ProbeContext, other: Page) {
  await page.locator(side.surface.scroller).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Alt+Enter');
  const dialog = propertiesDialog(page);
  await dialog.comments.fill(AFTER);
  await dialog.ok.click();
  await dialog.apply.waitFor();
  await page.waitForTimeout(AFTERWARDS_MS);
  await expectListed(page, 0);
  await expectListed(other, CHANGED);
  await dialog.apply.click();
  const own = await page.evaluate(() => benchProbe.command.outcome());
  const others = await other.evaluate(() => benchProbe.command.outcome());
  await page.waitForTimeout(AFTERWARDS_MS);
  if (own.pressedAt === null) throw new Error('The button was not seen being pressed.');
  const longest = Math.max(await longestFrame(page), await longestFrame(other));
  const painted = Math.max(own.paintedAt, others.paintedAt) - own.pressedAt;
  return [
    { figure: FIGURES.propertiesPainted, unit: 'ms', values: [painted] } as const,
    { figure: FIGURES.propertiesLongestFrame, unit: 'ms', values: [longest] } as const,
  ];
}

async function search({ side }: ProbeContext, page: Page, text: string, count: number): Promise<void> {
  await page.evaluate((expected) => benchProbe.command.expect(expected), count);
  await page.locator(side.surface.searchField).fill(text);
  await page.keyboard.press('Enter');
  await page.evaluate(() => benchProbe.command.outcome());
}

async function expectListed(page: Page, count: number): Promise<void> {
  await page.evaluate((expected) => {
    benchProbe.command.expect(expected);
    benchProbe.frames.begin();
  }, count);
}

async function longestFrame(page: Page): Promise<number> {
  const { frames } = await page.evaluate(() => benchProbe.frames.end());
  return Math.max(...frames);
}
