import type { Logger } from 'pino';
import { SystemInformation } from '#app/contracts/session-services.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import type { Clock } from '../clock.ts';

export const REFRESH_INTERVAL_MS = 3_000;

type Options = {
  read: () => Promise<SystemInformation>;
  clock: Clock;
  log: Logger;
};

/** Sends System Information at once and every few seconds, one line of JSON each, as long as the channel is open. */
export function serveSystemInformation(channel: SessionChannel, { read, clock, log }: Options): void {
  let closed = false;
  let cancelTimer = () => {};
  let hasCredit = true;

  async function refresh(): Promise<void> {
    try {
      const information = SystemInformation.parse(await read());
      if (!closed) hasCredit = channel.send(new TextEncoder().encode(`${JSON.stringify(information)}\n`));
    } catch (error) {
      log.error({ error }, 'System Information could not be read.');
      if (!closed) channel.close({ reason: 'failed', message: 'System Information could not be read.' });
      closed = true;
    }
    if (!closed) plan();
  }

  function plan(): void {
    cancelTimer();
    // A console that does not read what it has got needs no more of it.
    if (hasCredit) cancelTimer = clock.after(REFRESH_INTERVAL_MS, () => void refresh());
  }

  channel.listener = {
    data: (bytes) => channel.consumed(bytes.length),
    drained() {
      hasCredit = true;
      plan();
    },
    closed() {
      closed = true;
      cancelTimer();
    },
  };
  void refresh();
}
