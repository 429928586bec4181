import type { Logger } from 'pino';
import type { JoiningComputer } from '../support-client/joining-computer.ts';
import { runSupportClient } from '../support-client/run.ts';

/** What the Support Client app of a device shows. */
export type SupportClientAppView = {
  /** The page of its session; null: it is in none. */
  readonly page: string | null;
  /** What it said last. */
  readonly sentence: string;
};

type Options = {
  appliance: string;
  /** What the owner wants to be called. */
  name: string;
  computer: JoiningComputer;
  show: (view: SupportClientAppView) => void;
  untilStopped: AbortSignal;
  log: Logger;
};

/** The Support Client app of a device: the program of a customer, in the device instead of a terminal. */
export function createDeviceSupportClient(options: Options) {
  const { appliance, name, computer, show, untilStopped, log } = options;
  let page: string | null = null;
  let isRunning = false;

  async function join(sessionKey: string): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    try {
      await runSupportClient({ appliance, sessionKey, name, withPage: true }, computer, {
        announce(joined) {
          page = joined.page;
          show({ page, sentence: 'In a support session.' });
        },
        // A device has no terminal; what is said in its session stands in the page, and in no log.
        terminal: {
          say(sentence) {
            if (page === null) show({ page, sentence });
          },
          onLine: () => undefined,
          close: () => undefined,
        },
        untilStopped,
        log,
      });
      if (page !== null) show({ page: null, sentence: 'The session has ended.' });
    } finally {
      page = null;
      isRunning = false;
    }
  }

  return {
    /** The owner types a session key. */
    join(sessionKey: string): void {
      join(sessionKey).catch((error: unknown) => {
        log.error({ error }, 'The Support Client app failed.');
        show({ page: null, sentence: 'The Support Client app failed.' });
      });
    },
  };
}
