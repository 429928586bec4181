import type { ChildProcess } from 'node:child_process';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { type ElectronStart, endElectron, startElectron } from './electron-process.ts';
import type { LaunchedWindow } from './side.ts';

const START_MS = 30_000;

/**
 * Starts an Electron application, puts the probe into its window, and waits until its list is whole. Playwright joins
 * the running program: its own launch of Electron would hold back its start.
 */
export async function launchWindow(start: ElectronStart, probe: string): Promise<LaunchedWindow> {
  const electron = startElectron(start, '--remote-debugging-port=0');
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(electron));
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('Electron has no browser context.');
    await context.addInitScript(probe);
    const page = await firstPage(context);
    await page.waitForLoadState();
    await page.evaluate(probe); // for a document that was there before; it installs itself once
    await page.evaluate(() => benchProbe.launch.times());
    return {
      page,
      mainProcessId: electron.pid ?? 0,
      close: async () => {
        await browser.close();
        await endElectron(electron);
      },
    };
  } catch (error) {
    await endElectron(electron);
    throw error;
  }
}

/** Chromium says on standard error where its debugger listens. Rejects with all that was said when it ends before. */
function debuggerAddress(electron: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => reject(new Error(`Electron took too long to start.\n${said}`)),
      START_MS,
    );
    electron.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address === undefined) return;
      clearTimeout(patience);
      resolve(address);
    });
    electron.once('error', reject);
    electron.once('close', () => {
      clearTimeout(patience);
      reject(new Error(`Electron ended before its window opened.\n${said}`));
    });
  });
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.waitForEvent('page', { timeout: START_MS }));
}
