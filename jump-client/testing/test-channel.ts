import type { ChannelClosed, SessionService } from '#app/contracts/session-services.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import { createEventQueue } from './event-queue.ts';

/** A channel whose other side is the test. */
export type TestChannel = ReturnType<typeof createTestChannel>;

export function createTestChannel(service: SessionService) {
  const output = createEventQueue<Uint8Array>();
  const closed = createEventQueue<ChannelClosed>();
  let received = '';
  let hasCredit = true;
  let consumedBytes = 0;
  const channel: SessionChannel = {
    number: 1,
    service,
    waitingBytes: 0,
    listener: { data: () => undefined },
    send(bytes) {
      output.push(bytes);
      return hasCredit;
    },
    control: () => undefined,
    consumed(byteCount) {
      consumedBytes += byteCount;
    },
    close: (reason) => closed.push(reason),
  };
  return {
    channel,
    output,
    closed,
    /** How many of the bytes that were typed the service has used. */
    get consumedBytes() {
      return consumedBytes;
    },
    type: (text: string) => channel.listener.data(new TextEncoder().encode(text), false),
    grantCredit: (granted: boolean) => {
      hasCredit = granted;
      if (granted) channel.listener.drained?.();
    },
    /** Waits until the output, as one text, has something that fits; what follows it is kept for the next time. */
    async outputThat(fits: RegExp): Promise<RegExpExecArray> {
      for (;;) {
        const match = fits.exec(received);
        if (match !== null) {
          received = received.slice(match.index + match[0].length);
          return match;
        }
        received += new TextDecoder().decode(await output.take());
      }
    },
  };
}
