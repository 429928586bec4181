import { z } from 'zod';
import {
  type ApplianceParams,
  type ApplianceReply,
  type StreamAcknowledgement,
  type StreamId,
  StreamMessage,
} from '#app/contracts/appliance-protocol.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import { reconnectDelay } from './reconnect-delay.ts';

/** A watch that stayed sound this long forgives the doubts before it. */
const SOUND_AFTER_MS = 30_000;
/** The whole list is asked for each time. */
const LONGEST_PAUSE_MS = 10_000;

type Deps = {
  clock: Clock;
  random: () => number;
  log: Log;
  start(params: ApplianceParams<'watch:start'>): Promise<ApplianceReply<'watch:start'>>;
  acknowledge(acknowledgement: StreamAcknowledgement): void;
  /** Hands a message to the renderer, as the text that came; it is acknowledged after that. */
  deliver(message: StreamMessage, messageJson: string): void;
  /** The watch goes on: how far the appliance's clock is ahead of this computer's, in milliseconds. */
  onStarted(applianceAheadMs: number): void;
  onMalformed(): void;
  /** A watch could not be begun: the connection is of no use. */
  onFailed(error: unknown): void;
};

export type StreamWatch = {
  /** Goes on where the last one stopped when the appliance still knows it, else from a snapshot. */
  resume(): Promise<void>;
  /** From a snapshot. */
  anew(): Promise<void>;
  /** Nobody is there to show it: what comes is neither shown nor acknowledged until the next `anew`. */
  pause(): void;
  /** The connection is gone; `resume` may go on with it. */
  interrupted(): void;
  /** The text of a message. */
  received(messageJson: string): void;
};

/** One console's watch of the list (list–watch): its messages in order, without a gap, each acknowledged once. */
export function createStreamWatch(deps: Deps): StreamWatch {
  const { clock, log } = deps;
  let watch: { streamId: StreamId; seq: number } | null = null;
  /** Which of several beginnings is the last one: the others count for nothing. */
  let generation = 0;
  /** What arrived before the appliance said which stream it belongs to. */
  let held: string[] | null = null;
  let doubts = { count: 0, lastAt: 0 };
  let cancelRestart: () => void = () => undefined;

  async function begin(resume: ApplianceParams<'watch:start'>['resume']): Promise<void> {
    cancelRestart();
    generation += 1;
    const mine = generation;
    held = [];
    if (resume === null) watch = null;
    const askedAt = clock.now();
    try {
      const reply = await deps.start({ resume });
      if (mine !== generation) return;
      watch = {
        streamId: reply.streamId,
        seq: reply.resumed && resume !== null ? resume.acknowledgedSeq : 0,
      };
      deps.onStarted(Math.round(reply.applianceTime - (askedAt + clock.now()) / 2));
      const early = held ?? [];
      held = null;
      for (const messageJson of early) received(messageJson);
    } catch (error) {
      if (mine === generation) deps.onFailed(error);
    }
  }

  function received(messageJson: string): void {
    if (held !== null) {
      held.push(messageJson);
      return;
    }
    if (watch === null) return;
    const parsed = StreamMessage.safeParse(readJson(messageJson));
    if (!parsed.success) {
      log.error({ issues: z.prettifyError(parsed.error) }, 'a message of the stream is malformed');
      deps.onMalformed();
      restart();
      return;
    }
    const message = parsed.data;
    if (message.streamId !== watch.streamId) return; // of a watch that has ended
    if (message.seq <= watch.seq) return; // sent again after a resume
    if (message.seq > watch.seq + 1) {
      log.warn({ expected: watch.seq + 1, got: message.seq }, 'messages of the stream are missing');
      restart();
      return;
    }
    watch.seq = message.seq;
    deps.deliver(message, messageJson);
    deps.acknowledge({ streamId: message.streamId, seq: message.seq });
  }

  /** Any doubt: watch anew. The first time at once; again and again only with growing pauses. */
  function restart(): void {
    watch = null;
    if (clock.now() - doubts.lastAt > SOUND_AFTER_MS) doubts = { count: 0, lastAt: 0 };
    const delay = doubts.count === 0 ? 0 : reconnectDelay(doubts.count, deps.random(), LONGEST_PAUSE_MS);
    doubts = { count: doubts.count + 1, lastAt: clock.now() + delay };
    cancelRestart();
    if (delay === 0) void begin(null);
    else cancelRestart = clock.after(delay, () => void begin(null));
  }

  function stop(): void {
    cancelRestart();
    generation += 1;
    held = null;
  }

  return {
    resume: () => begin(watch === null ? null : { streamId: watch.streamId, acknowledgedSeq: watch.seq }),
    anew: () => begin(null),
    pause() {
      stop();
      watch = null;
    },
    interrupted: stop,
    received,
  };
}

/** Undefined, which no message is, for what is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
