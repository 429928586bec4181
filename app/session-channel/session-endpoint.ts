import type { ChannelClosed, SessionService } from '../contracts/session-services.ts';
import { createFairOrder } from './fair-order.ts';
import { decodeFrame, encodeFrame, type Frame, type Hello, MalformedFrame } from './frame.ts';
import { type ChannelState, createSessionChannel, type SessionChannel } from './session-channel.ts';

/** One side of a support session: its channels, and what is needed to go on after a lost connection. */
export type SessionEndpoint = {
  readonly channels: ReadonlyMap<number, SessionChannel>;
  /** The console's side only. */
  open(service: SessionService): SessionChannel;
  /** @param message one binary message of the session's socket. @throws {MalformedFrame} */
  receive(message: Uint8Array): void;
  /** From the appliance's notice `peer`. Each time the other side comes, both greet and send again what was lost. */
  peerPresent(present: boolean): void;
  /** The socket has room again. */
  roomAgain(): void;
  /** The session is over: tells every channel's listener, sends nothing. */
  closeAll(closed: ChannelClosed): void;
};

type Options = {
  side: 'representative' | 'computer';
  /** Called only while the other side is there. */
  sendFrame: (frame: Uint8Array<ArrayBuffer>) => void;
  /** Whether the socket takes data; until {@link SessionEndpoint.roomAgain} they wait here, where the urgent ones go first. */
  hasRoom?: () => boolean;
  /** On the computer: the console opened one. On the console: one was found running. */
  onChannelOpened: (channel: SessionChannel) => void;
  /**
   * The console's first channel number. A console that comes anew may find channels running whose numbers it does not
   * know yet: a random start keeps its own apart from them.
   */
  firstChannel?: number;
};

/** No side keeps more than this many open at once. */
export const MAX_CHANNELS = 64;

export function createSessionEndpoint({
  side,
  sendFrame,
  hasRoom = () => true,
  onChannelOpened,
  firstChannel = 1,
}: Options): SessionEndpoint {
  const channels = new Map<number, ChannelState>();
  const order = createFairOrder();
  let nextNumber = firstChannel;
  let fresh = true;
  /** `greeted`: the other side's hello has come, and channels may send. */
  let peer: 'absent' | 'greeting' | 'greeted' = 'absent';

  function emit(frame: Frame): void {
    if (peer === 'absent' || (peer === 'greeting' && frame.kind !== 'hello')) return;
    // What lets the other side go on is never behind bulk.
    const channel = frame.kind === 'credit' ? undefined : channels.get(frame.channel);
    sendFrame(encodeFrame(frame, channel?.flow.trafficClass));
  }

  function* readyChannels(): Iterable<ChannelState> {
    for (const channel of channels.values()) if (channel.hasNext) yield channel;
  }

  /** Sends what the channels' credit and the socket's room allow, whose turn it is first. */
  function pump(): void {
    while (peer === 'greeted' && hasRoom()) {
      const channel = order.next(readyChannels());
      const message = channel?.next() ?? null;
      if (channel === null || message === null) break;
      order.sent(channel.flow, message.length);
      sendFrame(message);
    }
    if (peer === 'greeted') for (const channel of channels.values()) channel.sayClose();
  }

  function addChannel(
    number: number,
    service: SessionService,
    takenOver: Hello['channels'][number] | null = null,
  ): ChannelState {
    const keepsUsed = side === 'computer';
    const channel = createSessionChannel({
      ...{ number, service, takenOver, keepsUsed },
      sendFrame: emit,
      onMore: pump,
    });
    channels.set(number, channel);
    nextNumber = Math.max(nextNumber, number + 1);
    return channel;
  }

  function forget(number: number): void {
    channels.delete(number);
    order.forget(number);
  }

  function drop(channel: ChannelState, closed: ChannelClosed): void {
    forget(channel.number);
    if (channel.closing === null) channel.listener.closed?.(closed);
  }

  /** A channel of ours that the other side does not name: not yet heard of, forgotten, or closed there meanwhile. */
  function reconcileUnknown(channel: ChannelState, peerIsFresh: boolean): void {
    if (side === 'computer' && peerIsFresh) channel.resume({ receivedOffset: null, consumedOffset: 0 });
    else if (side === 'representative' && !channel.confirmed) {
      emit({ kind: 'open', channel: channel.number, service: channel.service });
      channel.resume({ receivedOffset: 0, consumedOffset: 0 });
    } else drop(channel, { reason: 'lost' });
  }

  /** A channel that only the other side names: taken over by a console that comes anew, else closed here meanwhile. */
  function reconcileForeign(theirs: Hello['channels'][number]): void {
    if (side === 'computer') return;
    if (fresh) {
      const channel = addChannel(theirs.channel, theirs.service, theirs);
      channel.confirmed = true;
      onChannelOpened(channel);
    } else emit({ kind: 'close', channel: theirs.channel, closed: { reason: 'closed' } });
  }

  function receiveHello(hello: Hello): void {
    if (peer === 'absent') return;
    peer = 'greeted';
    const theirs = new Map(hello.channels.map((entry) => [entry.channel, entry]));
    for (const channel of [...channels.values()]) {
      const entry = theirs.get(channel.number);
      if (entry === undefined) reconcileUnknown(channel, hello.fresh);
      else {
        channel.confirmed = true;
        channel.resume(entry);
      }
    }
    for (const entry of hello.channels) if (!channels.has(entry.channel)) reconcileForeign(entry);
    fresh = false;
    pump();
    for (const channel of [...channels.values()]) channel.tellDrained();
  }

  function receiveOpen(frame: Extract<Frame, { kind: 'open' }>): void {
    if (side !== 'computer' || channels.size >= MAX_CHANNELS)
      throw new MalformedFrame('A channel was refused.');
    if (channels.has(frame.channel)) return;
    const channel = addChannel(frame.channel, frame.service);
    channel.confirmed = true;
    onChannelOpened(channel);
  }

  return {
    channels,
    open(service) {
      const channel = addChannel(nextNumber, service);
      emit({ kind: 'open', channel: channel.number, service });
      return channel;
    },
    receive(message) {
      const frame = decodeFrame(message);
      if (frame.kind === 'hello') return receiveHello(frame.hello);
      if (frame.kind === 'open') return receiveOpen(frame);
      const channel = channels.get(frame.channel);
      if (frame.kind === 'closed') {
        if (channel?.closing) forget(frame.channel);
        return;
      }
      if (frame.kind === 'close') {
        forget(frame.channel);
        emit({ kind: 'closed', channel: frame.channel });
      }
      channel?.receive(frame);
    },
    peerPresent(present) {
      peer = present ? 'greeting' : 'absent';
      if (!present) return;
      const hello = { fresh, channels: [...channels.values()].map((channel) => channel.greeting()) };
      emit({ kind: 'hello', channel: 0, hello });
    },
    roomAgain: pump,
    closeAll(closed) {
      peer = 'absent';
      for (const channel of [...channels.values()]) drop(channel, closed);
    },
  };
}
