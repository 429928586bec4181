import { CONSOLE_HEARTBEAT } from '#app/contracts/appliance-protocol.ts';
import type { Clock } from '../clock.ts';

/** A heartbeat is due every five seconds; one that is a second late makes the list doubtful. */
export const SILENT_AFTER_MS = CONSOLE_HEARTBEAT.pingInterval + 1_000;

export type SilenceWatch = { heard(): void; stop(): void };

type Options = {
  clock: Clock;
  /** Nothing was heard for `SILENT_AFTER_MS`; said once a silence. */
  onSilent(lastHeardAt: number): void;
  /** Something was heard after a silence. */
  onHeardAgain(): void;
};

/** Notices that a connection, open in name, has fallen silent. */
export function createSilenceWatch({ clock, onSilent, onHeardAgain }: Options): SilenceWatch {
  let lastHeardAt = clock.now();
  let isSilent = false;
  let cancel = clock.after(SILENT_AFTER_MS, check);

  // The timer is not set anew with each message: when it runs out it looks whether anything came meanwhile.
  function check(): void {
    const remaining = lastHeardAt + SILENT_AFTER_MS - clock.now();
    if (remaining > 0) {
      cancel = clock.after(remaining, check);
      return;
    }
    isSilent = true;
    onSilent(lastHeardAt);
  }

  return {
    heard() {
      lastHeardAt = clock.now();
      if (!isSilent) return;
      isSilent = false;
      cancel = clock.after(SILENT_AFTER_MS, check);
      onHeardAgain();
    },
    stop: () => cancel(),
  };
}
