import type { StreamId, StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemRows } from './jump-item-rows.ts';

/** While a snapshot comes in, its first rows are shown at once, and then every so many frames: a quarter of a second. */
const FRAMES_BETWEEN_PAGES = 15;

type Deps = {
  readonly rows: Pick<JumpItemRows, 'apply' | 'beginSnapshot' | 'endSnapshot' | 'publish'>;
  /** Takes what a frame's messages say of everything but the Jump Items. */
  readonly mirror: (messages: readonly StreamMessage[]) => void;
  readonly nextFrame: (callback: () => void) => void;
  /** Asks for a fresh snapshot. */
  readonly watchAnew: () => void;
};

export type Stream = {
  /** Takes the next message; it is shown with the next frame, pages of a snapshot a little later. */
  receive(message: StreamMessage): void;
};

/**
 * Applies the appliance's stream without a gap: messages of one watch in their order, at most once a frame. A number
 * that is not the next one means that something was lost: what is shown stays, and the list is asked for anew.
 */
export function createStream({ rows, mirror, nextFrame, watchAnew }: Deps): Stream {
  let streamId: StreamId | null = null;
  let lastSeq = 0;
  /** A fresh watch was asked for: what still comes of an earlier one is not wanted. */
  let isAwaitingStart = true;
  let pending: StreamMessage[] = [];
  let isFrameAsked = false;
  let isLoading = false;
  let framesToWait = 0;

  function isNext(message: StreamMessage): boolean {
    if (message.seq === 1 && message.streamId !== streamId) return true;
    return message.streamId === streamId && message.seq === lastSeq + 1;
  }

  function apply(message: StreamMessage): void {
    if (message.seq === 1) {
      isLoading = true;
      framesToWait = 0;
      rows.beginSnapshot(message.snapshot?.jumpItemCount ?? 0);
    }
    if (message.jumpItems !== undefined) rows.apply(message.jumpItems);
    if (message.snapshot?.last === true) {
      isLoading = false;
      rows.endSnapshot();
    }
  }

  function onFrame(): void {
    isFrameAsked = false;
    const messages = pending;
    pending = [];
    for (const message of messages) apply(message);
    if (messages.length > 0) mirror(messages);
    if (isLoading && framesToWait > 0) {
      framesToWait -= 1;
      askForFrame();
      return;
    }
    rows.publish();
    framesToWait = FRAMES_BETWEEN_PAGES - 1;
  }

  function askForFrame(): void {
    if (isFrameAsked) return;
    isFrameAsked = true;
    nextFrame(onFrame);
  }

  return {
    receive(message) {
      if (!isNext(message)) {
        if (isAwaitingStart) return;
        isAwaitingStart = true;
        streamId = null;
        watchAnew();
        return;
      }
      isAwaitingStart = false;
      streamId = message.streamId;
      lastSeq = message.seq;
      pending.push(message);
      askForFrame();
    },
  };
}
