import type { SystemInformation } from '#app/contracts/session-services.ts';
import { createSystemInformationLines } from './system-information-lines.ts';

/** How often a computer's word is read. One that says more waits for its credit, and what is outdated is never read. */
export const READ_EVERY_MS = 250;

export type SystemInformationFeed = {
  push(bytes: Uint8Array): void;
  dispose(): void;
};

type Options = {
  /** The first bytes may be the rest of a line whose beginning nobody kept. */
  midway: boolean;
  after: (milliseconds: number, run: () => void) => () => void;
  onConsumed: (byteCount: number) => void;
  onRead: (read: SystemInformation | 'unreadable') => void;
};

/** Reads System Information as it comes: the first line at once, then no more often than a person can look. */
export function createSystemInformationFeed({
  midway,
  after,
  onConsumed,
  onRead,
}: Options): SystemInformationFeed {
  const lines = createSystemInformationLines({ midway });
  let unread = 0;
  let isResting = false;
  let cancelRest: () => void = () => undefined;

  function read(): void {
    isResting = true;
    cancelRest = after(READ_EVERY_MS, () => {
      isResting = false;
      if (unread > 0) read();
    });
    onConsumed(unread);
    unread = 0;
    const newest = lines.takeNewest();
    if (newest !== null) onRead(newest);
  }

  return {
    push(bytes) {
      lines.push(bytes);
      unread += bytes.byteLength;
      if (!isResting) read();
    },
    dispose: () => cancelRest(),
  };
}
