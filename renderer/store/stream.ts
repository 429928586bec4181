import type { StreamId, StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemRows } from './jump-item-rows.ts';

type Deps = {
  readonly rows: Pick<JumpItemRows, 'apply' | 'beginSnapshot' | 'endSnapshot' | 'publish'>;
  /** Takes what a frame's messages say of everything but the Jump Items. */
  readonly mirror: (messages: readonly StreamMessage[]) => void;
  readonly nextFrame: (callback: () => void) => void;
  /** Asks for a fresh snapshot. */
  readonly watchAnew: () => void;
};

export type Stream = {
  /** Takes the next message; it is shown with the next frame, pages of a snapshot too. */
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

  function isNext(message: StreamMessage): boolean {
    if (message.seq === 1 && message.streamId !== streamId) return true;
    return message.streamId === streamId && message.seq === lastSeq + 1;
  }

  function applyPending(): void {
    const messages = pending;
    pending = [];
    for (const message of messages) {
      if (message.seq === 1) rows.beginSnapshot(message.snapshot?.jumpItemCount ?? 0);
      if (message.jumpItems !== undefined) rows.apply(message.jumpItems);
      if (message.snapshot?.last === true) rows.endSnapshot();
    }
    mirror(messages);
    rows.publish();
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
      if (pending.length === 1) nextFrame(applyPending);
    },
  };
}
