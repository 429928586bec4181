import { SESSION_GRACE_MS, type SessionEndReason, type SessionNotice } from '#app/contracts/session-link.ts';
import type { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { Environment } from './environment.ts';
import { createOutgoingFrames, type OutgoingFrames } from './outgoing-frames.ts';

export type SessionSide = 'representative' | 'computer';

/** Each representative who takes part in a session has a room of their own in it, with the computer. */
export type RoomAddress = {
  readonly sessionId: SupportSessionId;
  readonly representativeId: RepresentativeId;
};

/** One side's socket, as the relay needs it. */
export type SessionLink = {
  notify(notice: SessionNotice): void;
  relay(frame: Uint8Array): void;
  /** Whether what is given to `relay` leaves soon. */
  hasRoom(): boolean;
  close(): void;
};

/** A side that has joined. */
export type JoinedSide = {
  /** One frame from this side, for the other one: unread. */
  received(frame: Uint8Array): void;
  /** The socket has room again. */
  drained(): void;
  /** The socket is gone; the session waits for the side to come back. */
  left(): void;
};

/** How long a token to join a session is good. */
export const SESSION_TOKEN_MS = 60_000;
/** Credit keeps both sides far below this; one that is not read any more must not fill the memory. */
export const MAX_BYTES_WAITING = 8 * 1024 * 1024;

type Place = { link: SessionLink | null; outgoing: OutgoingFrames; cancelGrace: (() => void) | null };
type Room = {
  readonly at: RoomAddress;
  readonly places: Readonly<Record<SessionSide, Place>>;
  /** The rejoin tokens that are good: the one that the computer came with, and the one that it may not have heard of. */
  rejoinKeys: readonly string[];
};
type OnAbandoned = (at: RoomAddress, reason: SessionEndReason) => void;
type Token = { readonly room: Room; readonly side: SessionSide; readonly expiresAt: number };

export type SessionRelay = ReturnType<typeof createSessionRelay>;

/** Pairs the two sides of each room and passes their frames on, unread. */
export function createSessionRelay({ clock, randomness, digest }: Environment) {
  const rooms = new Map<string, Room>();
  const tokens = new Map<string, Token>();
  let onAbandoned: OnAbandoned = () => undefined;

  const issueToken = (room: Room, side: SessionSide, expiresAt: number): string => {
    const token = randomness.token();
    tokens.set(digest(token), { room, side, expiresAt });
    return token;
  };
  /** What a token opens. It is spent with that, but for a rejoin token: its successor may be lost on the way. */
  const redeemToken = (token: string): Token | null => {
    const key = digest(token);
    const found = tokens.get(key);
    if (found === undefined) return null;
    if (!found.room.rejoinKeys.includes(key)) tokens.delete(key);
    return found.expiresAt >= clock.now() ? found : null;
  };
  /** A token with which the computer comes back; with the one that it came with now, it may come once more. */
  const issueRejoinToken = (room: Room, usedKey: string): string => {
    const token = issueToken(room, 'computer', Number.POSITIVE_INFINITY);
    const kept = room.rejoinKeys.filter((key) => key === usedKey);
    for (const key of room.rejoinKeys) if (key !== usedKey) tokens.delete(key);
    room.rejoinKeys = [...kept, digest(token)];
    return token;
  };
  const awaitSide = (room: Room, side: SessionSide) => {
    const place = room.places[side];
    place.cancelGrace?.();
    place.cancelGrace = clock.schedule(SESSION_GRACE_MS, () => onAbandoned(room.at, 'timeout'));
  };

  const received = (room: Room, side: SessionSide, link: SessionLink, frame: Uint8Array) => {
    const peer = room.places[otherSide(side)];
    if (peer.link === null || room.places[side].link !== link) return; // sent anew once both are there
    peer.outgoing.push(frame);
    pump(peer);
    if (peer.outgoing.waitingBytes > MAX_BYTES_WAITING) onAbandoned(room.at, 'timeout');
  };
  const left = (room: Room, side: SessionSide, link: SessionLink) => {
    const place = room.places[side];
    if (place.link !== link || rooms.get(keyOf(room.at)) !== room) return;
    place.link = null;
    forgetFrames(room);
    room.places[otherSide(side)].link?.notify({ type: 'peer', present: false });
    awaitSide(room, side);
  };

  const close = (room: Room, reason: SessionEndReason) => {
    rooms.delete(keyOf(room.at));
    for (const [key, token] of tokens) if (token.room === room) tokens.delete(key);
    for (const place of Object.values(room.places)) {
      place.cancelGrace?.();
      place.link?.notify({ type: 'ended', reason });
      place.link?.close();
      place.link = null;
    }
  };

  return {
    /** What to do with a room that one side did not come back to. */
    onAbandoned(listener: OnAbandoned) {
      onAbandoned = listener;
    },
    /** Opens a room, where there is none yet. Each side has two minutes to come. */
    open(at: RoomAddress): void {
      if (rooms.has(keyOf(at))) return;
      const place = (): Place => ({ link: null, outgoing: createOutgoingFrames(), cancelGrace: null });
      const room: Room = { at, places: { representative: place(), computer: place() }, rejoinKeys: [] };
      rooms.set(keyOf(at), room);
      awaitSide(room, 'representative');
      awaitSide(room, 'computer');
    },
    /** A token with which one side joins, once. Null when there is no such room (any more). */
    issueToken(at: RoomAddress, side: SessionSide): string | null {
      const room = rooms.get(keyOf(at));
      if (room === undefined) return null;
      for (const [key, token] of tokens) if (token.expiresAt < clock.now()) tokens.delete(key);
      return issueToken(room, side, clock.now() + SESSION_TOKEN_MS);
    },
    /** Whether a side is there now. */
    isThere(at: RoomAddress, side: SessionSide): boolean {
      const room = rooms.get(keyOf(at));
      return room !== undefined && room.places[side].link !== null;
    },
    /** Admits a socket. It replaces an older one of the same side. Null: the token is wrong, used or expired. */
    join(token: string, link: SessionLink): JoinedSide | null {
      const redeemed = redeemToken(token);
      if (redeemed === null) return null;
      const { room, side } = redeemed;
      const [place, peer] = [room.places[side], room.places[otherSide(side)]];
      const replaced = place.link;
      place.link = link;
      forgetFrames(room);
      place.cancelGrace?.();
      place.cancelGrace = null;
      replaced?.close();
      const rejoinToken = side === 'computer' ? issueRejoinToken(room, digest(token)) : null;
      link.notify({ type: 'joined', rejoinToken });
      link.notify({ type: 'peer', present: peer.link !== null });
      peer.link?.notify({ type: 'peer', present: true });
      return {
        received: (frame) => received(room, side, link, frame),
        drained: () => {
          if (place.link === link) pump(place);
        },
        left: () => left(room, side, link),
      };
    },
    /** Tells both sides of a room that it is over, and forgets it. */
    end(at: RoomAddress, reason: SessionEndReason): void {
      const room = rooms.get(keyOf(at));
      if (room !== undefined) close(room, reason);
    },
    /** Tells all who take part in a session that it is over. */
    endSession(sessionId: SupportSessionId, reason: SessionEndReason): void {
      for (const room of [...rooms.values()]) if (room.at.sessionId === sessionId) close(room, reason);
    },
    count: () => rooms.size,
  };
}

/** Gives a side's socket what it takes; the rest waits here, where a key that is typed still goes first. */
function pump({ link, outgoing }: Place): void {
  while (link?.hasRoom() === true) {
    const frame = outgoing.next();
    if (frame === null) return;
    link.relay(frame);
  }
}

/** What is under way when a side goes or comes is sent anew once both have greeted. */
function forgetFrames(room: Room): void {
  for (const place of Object.values(room.places)) place.outgoing = createOutgoingFrames();
}

function keyOf({ sessionId, representativeId }: RoomAddress): string {
  return `${sessionId}/${representativeId}`;
}

function otherSide(side: SessionSide): SessionSide {
  return side === 'computer' ? 'representative' : 'computer';
}
