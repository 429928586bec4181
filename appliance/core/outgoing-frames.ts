import { createFairOrder } from '#app/session-channel/fair-order.ts';
import { type Flow, flowOf } from '#app/session-channel/frame.ts';

/** What waits for a side whose socket is full: each channel's frames in their order, the urgent channels first. */
export type OutgoingFrames = {
  /** With what it costs to keep them: many small ones weigh more than their bytes. */
  readonly waitingBytes: number;
  push(frame: Uint8Array): void;
  /** The frame whose turn it is. */
  next(): Uint8Array | null;
};

type Line = { flow: Flow; frames: Uint8Array[]; first: number };

/** Channels beyond that share a line: nobody makes the relay keep more of them by naming more. */
const LINES = 64;
/** Those sent stay in front of the others so long: taking each away moves all. */
const KEPT_SENT = 256;
const COST_OF_A_FRAME = 128;
/** What no side writes goes last; the other side says what it thinks of it. */
const UNKNOWN: Flow = { channel: 0, trafficClass: 'bulk' };

export function createOutgoingFrames(): OutgoingFrames {
  const lines = new Map<number, Line>();
  const order = createFairOrder();
  let waitingBytes = 0;

  return {
    get waitingBytes() {
      return waitingBytes;
    },
    push(frame) {
      const { channel, trafficClass } = flowOf(frame) ?? UNKNOWN;
      const number = channel % LINES;
      const flow = { channel: number, trafficClass };
      const line = lines.get(number);
      if (line === undefined) lines.set(number, { flow, frames: [frame], first: 0 });
      else line.frames.push(frame);
      waitingBytes += frame.byteLength + COST_OF_A_FRAME;
    },
    next() {
      const line = order.next(lines.values());
      const frame = line?.frames[line.first];
      if (line === null || frame === undefined) return null;
      line.first += 1;
      if (line.first === line.frames.length) lines.delete(line.flow.channel);
      else if (line.first >= KEPT_SENT) {
        line.frames = line.frames.slice(line.first);
        line.first = 0;
      }
      order.sent(line.flow, frame.byteLength);
      waitingBytes -= frame.byteLength + COST_OF_A_FRAME;
      return frame;
    },
  };
}
