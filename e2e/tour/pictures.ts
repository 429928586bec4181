import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningConsole, resizeWindow } from '../fixtures/console-app.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;

export type Pictures = {
  /** What the window shows now, in both themes and sizes, in files that begin with the number and the name. */
  take(place: number, name: string): Promise<void>;
};

/** What an earlier tour left must not pass for this one's. */
export function clearFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** @param folder where the pictures go */
export function createPictures(folder: string, console: RunningConsole): Pictures {
  const { app, page } = console;

  async function show(theme: (typeof THEMES)[number], size: (typeof SIZES)[number]): Promise<void> {
    await page.emulateMedia({ colorScheme: theme });
    await resizeWindow(app, size);
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
    // Two frames: one in which the panes take their new sizes, one in which the terminal has followed.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
    );
  }

  return {
    async take(place, name) {
      const start = `${String(place).padStart(2, '0')}-${name}`;
      for (const size of SIZES.toReversed())
        for (const theme of THEMES) {
          await show(theme, size);
          await page.screenshot({ path: join(folder, `${start}-${theme}-${size.width}x${size.height}.png`) });
        }
    },
  };
}
