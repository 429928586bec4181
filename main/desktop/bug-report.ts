import type { Texts } from '#app/texts/texts.ts';
import type { Log } from '../logging/log.ts';

type Deps = {
  log: Log;
  texts: Texts;
  logPath: string;
  /** Shows a native message, and waits until it was read. */
  show: (message: { message: string; detail: string }) => Promise<unknown>;
};

/** A bug is logged with its stack, and shown once at a time: a person is never asked to close a pile of dialogs. */
export function createBugReport({ log, texts, logPath, show }: Deps): (error: unknown) => void {
  let isShown = false;
  return (error) => {
    log.error({ err: error }, 'a bug');
    if (isShown) return;
    isShown = true;
    const message = error instanceof Error ? error.message : String(error);
    show({
      message: texts('window.bug'),
      detail: texts('window.bug-detail', { path: logPath, message: message.slice(0, 500) }),
    })
      .catch((failure: unknown) => log.error({ err: failure }, 'the dialog of a bug could not be shown'))
      .finally(() => {
        isShown = false;
      });
  };
}
