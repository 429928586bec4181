import { SESSION_GRACE_MS, type SessionNotice } from '#app/contracts/session-link.ts';
import type { SupportSessionId } from '#app/domain/ids.ts';
import type { Environment } from './environment.ts';

export type SessionSide = 'representative' | 'computer';
export type SessionEnd = Extract<SessionNotice, { type: 'ended' }>['reason'];

/** One side's socket, as the relay needs it. */
export type SessionLink = {
  notify(notice: SessionNotice): void;
  relay(frame: Uint8Array): void;
  /** Bytes given to `relay` that have not left yet. */
  bytesWaiting(): number;
  close(): void;
};

/** A side that has joined. */
export type JoinedSide = {
  /** One frame from this side, for the other one: unread. */
  received(frame: Uint8Array): void;
  /** The socket is gone; the session waits for the side to come back. */
  left(): void;
};

/** How long a token to join a session is good. */
export const SESSION_TOKEN_MS = 60_000;
/** Credit keeps both sides far below this; one that is not read any more must not fill the memory. */
export const MAX_BYTES_WAITING = 8 * 1024 * 1024;

type Place = { link: SessionLink | null; cancelGrace: (() => void) | null };
type Room = { readonly id: SupportSessionId; readonly places: Readonly<Record<SessionSide, Place>> };
type Token = { readonly room: Room; readonly side: SessionSide; readonly expiresAt: number };

export type SessionRelay = ReturnType<typeof createSessionRelay>;

/** Pairs the two sides of each support session and passes their frames on, unread. */
export function createSessionRelay({ clock, randomness, digest }: Environment) {
  const rooms = new Map<SupportSessionId, Room>();
  const tokens = new Map<string, Token>();
  let onAbandoned: (id: SupportSessionId, reason: SessionEnd) => void = () => undefined;

  const issueToken = (room: Room, side: SessionSide, expiresAt: number): string => {
    const token = randomness.token();
    tokens.set(digest(token), { room, side, expiresAt });
    return token;
  };
  const redeemToken = (token: string): Token | null => {
    const key = digest(token);
    const found = tokens.get(key);
    tokens.delete(key);
    return found !== undefined && found.expiresAt >= clock.now() ? found : null;
  };
  const awaitSide = (room: Room, side: SessionSide) => {
    const place = room.places[side];
    place.cancelGrace?.();
    place.cancelGrace = clock.schedule(SESSION_GRACE_MS, () => onAbandoned(room.id, 'timeout'));
  };

  const received = (room: Room, side: SessionSide, link: SessionLink, frame: Uint8Array) => {
    const peer = room.places[otherSide(side)].link;
    if (peer === null || room.places[side].link !== link) return; // sent anew once both are there
    peer.relay(frame);
    if (peer.bytesWaiting() > MAX_BYTES_WAITING) onAbandoned(room.id, 'timeout');
  };
  const left = (room: Room, side: SessionSide, link: SessionLink) => {
    const place = room.places[side];
    if (place.link !== link || rooms.get(room.id) !== room) return;
    place.link = null;
    room.places[otherSide(side)].link?.notify({ type: 'peer', present: false });
    awaitSide(room, side);
  };

  return {
    /** What to do with a session that one side did not come back to. */
    onAbandoned(listener: (id: SupportSessionId, reason: SessionEnd) => void) {
      onAbandoned = listener;
    },
    /** Opens the room of a session. Each side has two minutes to come. */
    open(id: SupportSessionId): void {
      const place = (): Place => ({ link: null, cancelGrace: null });
      const room: Room = { id, places: { representative: place(), computer: place() } };
      rooms.set(id, room);
      awaitSide(room, 'representative');
      awaitSide(room, 'computer');
    },
    /** A token with which one side joins, once. Null when the session has ended. */
    issueToken(id: SupportSessionId, side: SessionSide): string | null {
      const room = rooms.get(id);
      if (room === undefined) return null;
      for (const [key, token] of tokens) if (token.expiresAt < clock.now()) tokens.delete(key);
      return issueToken(room, side, clock.now() + SESSION_TOKEN_MS);
    },
    /** Admits a socket. It replaces an older one of the same side. Null: the token is wrong, used or expired. */
    join(token: string, link: SessionLink): JoinedSide | null {
      const redeemed = redeemToken(token);
      if (redeemed === null) return null;
      const { room, side } = redeemed;
      const [place, peer] = [room.places[side], room.places[otherSide(side)]];
      const replaced = place.link;
      place.link = link;
      place.cancelGrace?.();
      place.cancelGrace = null;
      replaced?.close();
      const rejoinToken = side === 'computer' ? issueToken(room, side, Number.POSITIVE_INFINITY) : null;
      link.notify({ type: 'joined', rejoinToken });
      link.notify({ type: 'peer', present: peer.link !== null });
      peer.link?.notify({ type: 'peer', present: true });
      return {
        received: (frame) => received(room, side, link, frame),
        left: () => left(room, side, link),
      };
    },
    /** Tells both sides that it is over, and forgets it. */
    end(id: SupportSessionId, reason: SessionEnd): void {
      const room = rooms.get(id);
      if (room === undefined) return;
      rooms.delete(id);
      for (const [key, token] of tokens) if (token.room === room) tokens.delete(key);
      for (const place of Object.values(room.places)) {
        place.cancelGrace?.();
        place.link?.notify({ type: 'ended', reason });
        place.link?.close();
        place.link = null;
      }
    },
    count: () => rooms.size,
  };
}

function otherSide(side: SessionSide): SessionSide {
  return side === 'computer' ? 'representative' : 'computer';
}
