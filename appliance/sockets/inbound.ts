import type { Logger } from 'pino';
import type { Socket } from 'socket.io';

/** A request with an answer, or an event without one, whose payload has been parsed. Null: it was malformed. */
export type Inbound = {
  request(name: string, input: unknown): Promise<unknown> | null;
  event(name: string, input: unknown): boolean;
  /** What a malformed request is answered with, where the door answers it at all. */
  readonly malformedReply?: unknown;
};

/** Thrown where a message turns out to be malformed only when it is acted on. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

/** So many malformed requests on one connection are no accident. */
const MAX_MALFORMED = 3;

/**
 * The one way in at a Socket.IO door: every message passes here and is parsed before anything acts on it.
 * A malformed request is answered so; a malformed event, and malformed requests again and again, end the connection.
 */
export function listenTo(socket: Socket, inbound: Inbound, log: Logger): void {
  let malformed = 0;
  const disconnect = (name: string, why: string) => {
    log.warn({ event: String(name).slice(0, 64), from: socket.handshake.address }, why);
    socket.disconnect(true);
  };
  const answer = async (name: string, outcome: Promise<unknown>, acknowledge: (reply: unknown) => void) => {
    try {
      acknowledge(await outcome);
    } catch (error) {
      if (error instanceof MalformedMessage) log.warn({ event: name }, error.message);
      else log.error({ err: error, event: name }, 'a request failed');
      socket.disconnect(true); // the console asks again on its next connection
    }
  };

  socket.onAny((name: string, ...words: unknown[]) => {
    const acknowledge = words.at(-1);
    if (!isAcknowledgement(acknowledge)) {
      if (words.length !== 1 || !inbound.event(name, words[0])) disconnect(name, 'malformed event');
      return;
    }
    const outcome = words.length === 2 ? inbound.request(name, words[0]) : null;
    if (outcome !== null) {
      answer(name, outcome, acknowledge).catch((error: unknown) =>
        log.error({ err: error }, 'no answer sent'),
      );
      return;
    }
    malformed += 1;
    if (inbound.malformedReply === undefined || malformed >= MAX_MALFORMED) {
      return disconnect(name, 'malformed request');
    }
    log.warn({ event: name.slice(0, 64) }, 'malformed request');
    acknowledge(inbound.malformedReply);
  });
}

function isAcknowledgement(word: unknown): word is (reply: unknown) => void {
  return typeof word === 'function';
}
