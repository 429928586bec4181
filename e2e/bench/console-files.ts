import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { startConsole } from '../fixtures/console-app.ts';
import { answerFileDialogs } from '../fixtures/system-dialogs.ts';
import { exportDialog } from '../pages/export-dialog.ts';
import { importDialog } from '../pages/import-dialog.ts';
import { FIGURES } from './goals.ts';
import type { Finding } from './measurement.ts';

/** So many lines are checked, or as many as there are. */
export const DRY_RUN_LINES = 10_000;

type Options = {
  readonly applianceUrl: string;
  readonly token: string;
  readonly profile: string;
  readonly probe: string;
};

/**
 * Exports the whole list with all columns, and checks the first lines of that file, each second one with another name.
 * The system's dialogs answer at once: Playwright launches this console, as it alone reaches the main process.
 */
export async function measureConsoleFiles(options: Options): Promise<readonly Finding[]> {
  const { probe, ...start } = options;
  const folder = mkdtempSync(join(tmpdir(), 'jump-console-bench-files-'));
  const console = await startConsole(start);
  try {
    const { page, app } = console;
    await page.evaluate(probe);
    await page.evaluate(() => benchProbe.launch.times());
    const path = join(folder, 'items.csv');
    await answerFileDialogs(app, path);
    const exported = await timeExport(page);
    writeFileSync(path, changedLines(readFileSync(path, 'utf8')));
    const checked = await timeDryRun(page);
    return [
      { figure: FIGURES.exportCsv, unit: 'ms', values: [exported.ms] },
      { figure: FIGURES.exportLongestFrame, unit: 'ms', values: [exported.longestFrame] },
      { figure: FIGURES.dryRun, unit: 'ms', values: [checked.ms] },
      { figure: FIGURES.dryRunLongestFrame, unit: 'ms', values: [checked.longestFrame] },
    ];
  } finally {
    await console.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeExport(page: Page) {
  const dialog = exportDialog(page);
  await dialog.open();
  await dialog.items(/^All that you may see/).click();
  const timed = await timeClick(page, 'Export…', 'exported');
  await dialog.dialog.waitFor({ state: 'hidden' });
  return timed;
}

async function timeDryRun(page: Page) {
  const dialog = importDialog(page);
  await dialog.open();
  await dialog.choose.waitFor();
  return timeClick(page, 'Choose a file…', 'checked. Nothing has been changed yet.');
}

/** From the click on a button of the dialog to the frame that shows a text, and the longest frame between. */
async function timeClick(
  page: Page,
  button: string,
  text: string,
): Promise<{ ms: number; longestFrame: number }> {
  return page.evaluate(
    async ([label, awaited]) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')];
      benchProbe.frames.begin();
      const begun = performance.now();
      buttons.find(({ textContent }) => textContent === label)?.click();
      await new Promise<void>((resolve) => {
        const look = () => {
          if (document.body.textContent.includes(awaited ?? '')) resolve();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      const ms = performance.now() - begun;
      return { ms, longestFrame: Math.max(...benchProbe.frames.end().frames) };
    },
    [button, text],
  );
}

/** The header and the first lines; each second one gives its item another name. */
export function changedLines(csv: string): string {
  const lines = csv.split('\r\n').slice(0, DRY_RUN_LINES + 1);
  return `${lines.map((line, place) => (place % 2 === 0 ? line : changedName(line))).join('\r\n')}\r\n`;
}

/** The name is the second cell. */
function changedName(line: string): string {
  const [id = '', ...others] = line.split(',');
  return others.length === 0 ? line : `${id},Changed ${others.join(',')}`;
}
