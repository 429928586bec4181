import type { Clock } from '../clock.ts';

/** A terminal that is full is offered the rest again after this long, and ever later up to the longest wait. */
const FIRST_WAIT_MS = 1;
const LONGEST_WAIT_MS = 64;

export type PtyInput = {
  write(bytes: Uint8Array): void;
  /** What waits is for nobody any more. */
  close(): void;
};

type Options = {
  /** @returns how many bytes were taken */
  offer: (bytes: Uint8Array) => number;
  /** Only these are given back as credit, so no more waits here than a console has credit for. */
  onTaken: (byteCount: number) => void;
  clock: Pick<Clock, 'after'>;
};

/** Gives a terminal its input as fast as its program reads it. */
export function createPtyInput({ offer, onTaken, clock }: Options): PtyInput {
  let waiting: Uint8Array[] = [];
  let wait = FIRST_WAIT_MS;
  let cancelTimer: (() => void) | null = null;

  function pump(): void {
    cancelTimer = null;
    for (let bytes = waiting[0]; bytes !== undefined; bytes = waiting[0]) {
      const taken = offer(bytes);
      if (taken > 0) onTaken(taken);
      if (taken < bytes.length) {
        waiting[0] = bytes.subarray(taken);
        wait = taken > 0 ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
        cancelTimer = clock.after(wait, pump);
        return;
      }
      waiting.shift();
      wait = FIRST_WAIT_MS;
    }
  }

  return {
    write(bytes) {
      waiting.push(bytes);
      if (cancelTimer === null) pump();
    },
    close() {
      cancelTimer?.();
      waiting = [];
    },
  };
}
