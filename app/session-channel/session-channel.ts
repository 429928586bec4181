import type { ChannelClosed, ChannelControl, SessionService } from '../contracts/session-services.ts';
import { type Flow, type Frame, type Hello, MalformedFrame } from './frame.ts';
import { BULK_CREDIT_BYTES, CREDIT_BYTES, CREDIT_STEPS, createOutgoingBytes } from './outgoing-bytes.ts';
import { trafficClassOf } from './traffic-class.ts';

/** What a side does with what arrives on a channel. */
export type ChannelListener = {
  /** @param replayed printed before this console came, perhaps shown by an earlier one: to be seen, not to be answered */
  data(bytes: Uint8Array, replayed: boolean): void;
  control?(message: ChannelControl): void;
  closed?(closed: ChannelClosed): void;
  /** There is credit again. */
  drained?(): void;
};

/** One conversation within a support session: ordered bytes both ways that survive a lost connection. */
export type SessionChannel = {
  readonly number: number;
  readonly service: SessionService;
  /** Bytes given to `send` that the other side has not used yet. */
  readonly waitingBytes: number;
  /** @returns false when the credit is spent: stop until `drained`. What was given is kept and sent all the same. */
  send(...pieces: readonly Uint8Array[]): boolean;
  control(message: ChannelControl): void;
  /** So many received bytes have been used: the sender's credit grows by them. */
  consumed(byteCount: number): void;
  /** Closes once everything given before has been sent. */
  close(closed: ChannelClosed): void;
  listener: ChannelListener;
};

/** What the endpoint does with a channel that its users do not. */
export type ChannelState = SessionChannel & {
  /** The other side knows this channel. */
  confirmed: boolean;
  readonly closing: ChannelClosed | null;
  readonly flow: Flow;
  /** Whether credit allows a next frame of data. */
  readonly hasNext: boolean;
  /** The next frame of data that credit allows. */
  next(): Uint8Array<ArrayBuffer> | null;
  /** After its last byte, a closing channel says so. */
  sayClose(): void;
  receive(frame: Exclude<Frame, { kind: 'hello' | 'open' | 'closed' }>): void;
  greeting(): Hello['channels'][number];
  /** The other side said what it has: the rest goes again. */
  resume(has: { receivedOffset: number | null; consumedOffset: number }): void;
  /** Whoever was told to stop goes on where there is credit: it came as such, or with a greeting after that was lost. */
  tellDrained(): void;
};

type ChannelOptions = {
  number: number;
  service: SessionService;
  /** Whether used bytes are kept for a console that comes anew. */
  keepsUsed: boolean;
  /** How a running channel stood on the computer when a console took it over: offsets do not begin at 0. */
  takenOver: Hello['channels'][number] | null;
  sendFrame: (frame: Frame) => void;
  /** There may be something to send: whose turn it is, is not for one channel to say. */
  onMore: () => void;
};

export function createSessionChannel(options: ChannelOptions): ChannelState {
  const { number, service, takenOver } = options;
  const flow = { channel: number, trafficClass: trafficClassOf(service) };
  const isBulk = flow.trafficClass === 'bulk';
  const creditBytes = isBulk ? BULK_CREDIT_BYTES : CREDIT_BYTES;
  const outgoing = createOutgoingBytes({
    flow,
    creditBytes,
    startOffset: takenOver?.receivedOffset ?? 0,
    consumedOffset: takenOver?.consumedOffset ?? 0,
    keepBytes: options.keepsUsed && !isBulk ? CREDIT_BYTES : 0, // nobody goes on with half a file's bytes
  });
  const replayEnd = takenOver?.endOffset ?? 0;
  let receivedOffset: number | null = null;
  let consumedOffset = 0;
  let creditedOffset = 0;
  let lastControl: ChannelControl | null = null;
  let closing: ChannelClosed | null = null;
  let closeSaid = false;
  let wasBlocked = !outgoing.hasCredit;

  function receiveData(offset: number, bytes: Uint8Array): void {
    if (receivedOffset === null) {
      consumedOffset = creditedOffset = receivedOffset = offset;
    }
    const known = receivedOffset - offset;
    if (known < 0 || known >= bytes.length) return; // a gap is sent again after the next hello; a repeat is known
    if (offset + bytes.length > consumedOffset + creditBytes)
      throw new MalformedFrame('More was sent than there was credit for.');
    const replayed = Math.min(Math.max(replayEnd - offset, known), bytes.length);
    receivedOffset = offset + bytes.length;
    if (replayed > known) channel.listener.data(bytes.subarray(known, replayed), true);
    if (replayed < bytes.length) channel.listener.data(bytes.subarray(replayed), false);
  }

  const channel: ChannelState = {
    number,
    service,
    flow,
    listener: { data: () => undefined },
    confirmed: false,
    get closing() {
      return closing;
    },
    get waitingBytes() {
      return outgoing.waitingBytes;
    },
    send(...pieces) {
      if (closing !== null) return false;
      for (const bytes of pieces) outgoing.push(bytes);
      options.onMore();
      wasBlocked = !outgoing.hasCredit;
      return !wasBlocked;
    },
    control(message) {
      lastControl = message;
      options.sendFrame({ kind: 'control', channel: number, control: message });
    },
    consumed(byteCount) {
      consumedOffset = Math.min(consumedOffset + byteCount, receivedOffset ?? 0);
      if (consumedOffset - creditedOffset < creditBytes / CREDIT_STEPS) return;
      creditedOffset = consumedOffset;
      options.sendFrame({ kind: 'credit', channel: number, consumedOffset });
    },
    close(closed) {
      if (closing !== null) return;
      closing = closed;
      options.onMore();
    },
    get hasNext() {
      return outgoing.hasNext;
    },
    next: () => outgoing.next(),
    sayClose() {
      if (closing === null || closeSaid || !outgoing.allSent) return;
      closeSaid = true;
      options.sendFrame({ kind: 'close', channel: number, closed: closing });
    },
    receive(frame) {
      channel.confirmed = true;
      if (frame.kind === 'data') receiveData(frame.offset, frame.bytes);
      else if (frame.kind === 'control') channel.listener.control?.(frame.control);
      else if (frame.kind === 'close') channel.listener.closed?.(frame.closed);
      else {
        outgoing.consumedUpTo(frame.consumedOffset);
        options.onMore();
        channel.tellDrained();
      }
    },
    tellDrained() {
      if (!wasBlocked || !outgoing.hasCredit) return;
      wasBlocked = false;
      channel.listener.drained?.();
    },
    greeting: () => ({
      channel: number,
      service,
      endOffset: outgoing.endOffset,
      receivedOffset,
      consumedOffset,
    }),
    resume(has) {
      closeSaid = false;
      outgoing.rewind(has.receivedOffset);
      outgoing.consumedUpTo(has.consumedOffset);
      if (lastControl !== null) options.sendFrame({ kind: 'control', channel: number, control: lastControl });
    },
  };
  return channel;
}
