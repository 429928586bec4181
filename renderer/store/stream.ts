import type { StreamId, StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemRows } from './jump-item-rows.ts';

/** While a snapshot comes in, its first rows are shown at once, and then every so many frames: a quarter of a second. */
const FRAMES_BETWEEN_PAGES = 15;
/** One frame told of more rows than this: a large change is under way. It is shown in steps, a tenth of a second apart. */
const LARGE_STEP = 100;
const FRAMES_BETWEEN_STEPS = 6;

type Deps = {
  readonly rows: Pick<JumpItemRows, 'apply' | 'beginSnapshot' | 'endSnapshot' | 'publish'>;
  /** Takes a frame's messages that say something of anything but the Jump Items. */
  readonly mirror: (messages: readonly StreamMessage[]) => void;
  readonly nextFrame: (callback: () => void) => void;
  /** Asks for a fresh snapshot. */
  readonly watchAnew: () => void;
};

export type Stream = {
  /** Takes the next message; it is shown with the next frame, of a snapshot or a large change a little later. */
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
  /** What was applied and is not shown yet, and how many rows of it. */
  let isUnshown = false;
  let waitingRows = 0;

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
    if (message.jumpItems !== undefined) {
      rows.apply(message.jumpItems);
      waitingRows += message.jumpItems.upserted.length + message.jumpItems.removed.length;
    }
    if (message.snapshot?.last === true) {
      isLoading = false;
      framesToWait = 0;
      rows.endSnapshot();
    }
  }

  function onFrame(): void {
    isFrameAsked = false;
    const messages = pending;
    pending = [];
    for (const message of messages) apply(message);
    const mirrored = messages.filter(tellsOfOthers);
    if (mirrored.length > 0) mirror(mirrored);
    isUnshown ||= messages.length > 0;
    if (framesToWait > 0) framesToWait -= 1;
    else if (isUnshown) show();
    if (framesToWait > 0 || isUnshown) askForFrame();
  }

  function show(): void {
    rows.publish();
    framesToWait = framesAfter();
    isUnshown = false;
    waitingRows = 0;
  }

  /** To show rows costs many times what it costs to apply them: the more come, the fewer times they are shown. */
  function framesAfter(): number {
    if (waitingRows === 0) return 0;
    if (isLoading) return FRAMES_BETWEEN_PAGES - 1;
    return waitingRows > LARGE_STEP ? FRAMES_BETWEEN_STEPS - 1 : 0;
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

/** Most messages tell of Jump Items alone: whoever follows the rest has nothing to look at then. */
function tellsOfOthers({ seq, snapshot, jumpItems: _, streamId: __, ...others }: StreamMessage): boolean {
  return seq === 1 || snapshot?.last === true || Object.keys(others).length > 0;
}
