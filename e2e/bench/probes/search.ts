import { FIGURES } from '../goals.ts';
import type { Shown } from '../in-page/surface.ts';
import type { Keystroke } from '../queries.ts';
import type { Probe, ProbeContext } from './probe.ts';

/** Quicker than people type for long, slower than their fastest pairs of keys. */
const BETWEEN_KEYS_MS = 90;
/** Pasted whole, each followed by Enter at once. */
const PASTED = ['leeds till', 'offline', 'wojcik', 'sql', 'meeting', 'stock scanner'];

/** Types and deletes as a person does, and pastes followed by Enter. */
export const probeSearch: Probe = async (context) => {
  const { page, side, expectations } = context;
  await page.locator(side.surface.searchField).click();
  const keystrokes: number[] = [];
  for (const stroke of expectations.keystrokes()) {
    if (stroke.changes) keystrokes.push(await measureKey(context, stroke));
    else await page.keyboard.press(stroke.key);
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  const enters: number[] = [];
  for (const query of PASTED) {
    enters.push(await measureEnter(context, query));
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  // An empty field that has the focus offers the recent searches, over the list.
  await page.locator(side.surface.searchField).blur();
  return [
    { figure: FIGURES.keystroke, unit: 'ms', values: keystrokes },
    { figure: FIGURES.enter, unit: 'ms', values: enters },
  ];
};

async function measureKey(context: ProbeContext, { key, query, count }: Keystroke): Promise<number> {
  const { page } = context;
  await page.evaluate((expected) => benchProbe.action.expect('keydown', expected), {
    kind: 'count',
    count,
  } as const);
  await page.keyboard.press(key);
  const { ms, shown } = await page.evaluate(() => benchProbe.action.outcome());
  verify(context, query, shown);
  return ms;
}

async function measureEnter(context: ProbeContext, query: string): Promise<number> {
  const { page, expectations } = context;
  const count = expectations.count(query);
  await page.evaluate((expected) => benchProbe.action.expect('keydown', expected), {
    kind: 'count',
    count,
  } as const);
  await Promise.all([page.keyboard.insertText(query), page.keyboard.press('Enter')]);
  const { ms, shown } = await page.evaluate(() => benchProbe.action.outcome());
  verify(context, query, shown);
  await clear(context);
  return ms;
}

/** Enter may have moved the focus into the list. */
async function clear({ page, side, expectations }: ProbeContext): Promise<void> {
  const expected = { kind: 'count', count: expectations.count('') } as const;
  await page.locator(side.surface.searchField).click();
  await page.evaluate((whole) => benchProbe.action.expect('keydown', whole), expected);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.evaluate(() => benchProbe.action.outcome());
}

/** A list that shows the right number of wrong rows is no result. */
function verify({ side, expectations }: ProbeContext, query: string, shown: Shown): void {
  const found = expectations.names(query);
  const wrong = shown.names.find((name) => !found.has(name));
  if (wrong === undefined) return;
  throw new Error(`${side.name}: “${query}” does not find “${wrong}”, which stands in its list.`);
}
