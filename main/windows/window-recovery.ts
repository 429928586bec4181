import type { BrowserWindow, MessageBoxOptions } from 'electron';
import type { Texts } from '#app/texts/texts.ts';
import type { Log } from '../logging/log.ts';
import { createCrashPolicy } from './crash-policy.ts';

type Deps = {
  window: Pick<BrowserWindow, 'webContents' | 'on' | 'isDestroyed'>;
  texts: Texts;
  log: Log;
  now: () => number;
  /** Shows a native question. @returns the number of the button that was chosen */
  ask: (question: MessageBoxOptions) => Promise<number>;
  /** The page is gone; what it had is gone with it. */
  onGone: () => void;
  onRestarted: () => void;
  quit: () => void;
};

/** Brings a page back that crashed or hangs: support sessions live on, because their sockets are main's. */
export function recoverWindow(deps: Deps): void {
  const { window, texts, log, onGone } = deps;
  const decide = createCrashPolicy(deps.now);
  let isAsking = false;

  function reload(): void {
    if (window.isDestroyed()) return;
    deps.onRestarted();
    window.webContents.reload();
  }

  async function askAfterCrash(): Promise<void> {
    const chosen = await deps.ask({
      type: 'error',
      message: texts('window.crashed'),
      detail: texts('window.crashed-detail'),
      buttons: [texts('window.reload'), texts('menu.quit')],
      cancelId: 1,
    });
    if (chosen === 0) reload();
    else deps.quit();
  }

  async function askWhileHanging(): Promise<void> {
    const chosen = await deps.ask({
      type: 'warning',
      message: texts('window.unresponsive'),
      detail: texts('window.unresponsive-detail'),
      buttons: [texts('window.wait'), texts('window.reload')],
      cancelId: 0,
    });
    // The page goes down with its process, and the crash's own path brings it back.
    if (chosen === 1 && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer();
  }

  function askOnce(question: () => Promise<void>): void {
    if (isAsking) return;
    isAsking = true;
    question()
      .catch((error: unknown) => log.error({ err: error }, 'a question could not be shown'))
      .finally(() => {
        isAsking = false;
      });
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page of the window is gone');
    onGone();
    if (reason === 'clean-exit') return;
    if (decide() === 'reload') reload();
    else askOnce(askAfterCrash);
  });
  window.on('unresponsive', () => {
    log.warn({}, 'the window does not respond');
    askOnce(askWhileHanging);
  });
  window.on('responsive', () => log.info({}, 'the window responds again'));
}
