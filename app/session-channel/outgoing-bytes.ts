import { MAX_SESSION_FRAME_BYTES } from '../contracts/session-link.ts';
import { DATA_HEADER_BYTES, encodeFrame, type Flow, MAX_DATA_BYTES, writeDataHeader } from './frame.ts';

/** How far a sender may run ahead of what its receiver has used. */
export const CREDIT_BYTES = 256 * 1024;
/** The same for bulk: each round of credit costs three programs a turn, and nobody watches the single byte. */
export const BULK_CREDIT_BYTES = 2 * 1024 * 1024;
/** Credit comes back when so much of it has been used: a quarter. */
export const CREDIT_STEPS = 4;

/**
 * The bytes of one direction of a channel, by their offset since the channel opened: those not yet sent, those sent
 * and not yet used (they may have to be sent again), and as many used ones as are kept for a console that comes anew.
 */
export type OutgoingBytes = {
  readonly endOffset: number;
  /** Pushed, and not yet used by the receiver. */
  readonly waitingBytes: number;
  readonly hasCredit: boolean;
  readonly allSent: boolean;
  push(bytes: Uint8Array): void;
  /** Whether credit allows a next frame. */
  readonly hasNext: boolean;
  /** The next frame that credit allows; null when there is none. */
  next(): Uint8Array<ArrayBuffer> | null;
  /** The receiver has used everything before this offset. */
  consumedUpTo(offset: number): void;
  /** The receiver has this much: what follows is sent again. Null: it has nothing, begin with the oldest kept byte. */
  rewind(receivedOffset: number | null): void;
};

/**
 * A frame's worth of bytes, filled from its beginning: bytes that come one by one take no more room than many at once.
 * Before them is room for a frame's header, so that a full one is sent as it is.
 */
type Chunk = { readonly offset: number; readonly message: Uint8Array<ArrayBuffer>; length: number };

type Options = {
  flow: Flow;
  creditBytes: number;
  /** Where the bytes begin. */
  startOffset: number;
  /** Up to where the receiver has used them already. */
  consumedOffset: number;
  /** How many used bytes stay for a receiver that comes anew. */
  keepBytes: number;
};

export function createOutgoingBytes(options: Options): OutgoingBytes {
  const { flow, creditBytes, startOffset, keepBytes } = options;
  let chunks: Chunk[] = [];
  let oldestOffset = startOffset;
  let endOffset = startOffset;
  let sentOffset = startOffset;
  let consumedOffset = options.consumedOffset;

  function lastChunkWithRoom(): Chunk {
    const last = chunks.at(-1);
    if (last !== undefined && last.length < MAX_DATA_BYTES) return last;
    const chunk = { offset: endOffset, message: new Uint8Array(MAX_SESSION_FRAME_BYTES), length: 0 };
    chunks.push(chunk);
    return chunk;
  }

  function dropUsed(): void {
    const keepFrom = Math.min(consumedOffset, endOffset - keepBytes);
    let dropped = 0;
    for (const chunk of chunks) {
      if (chunk.offset + chunk.length > keepFrom) break;
      dropped += 1;
    }
    if (dropped > 0) chunks = chunks.slice(dropped);
    oldestOffset = chunks[0]?.offset ?? endOffset;
  }

  /**
   * A shell prints 4 KiB at a time. While so much is under way that credit is sure to come back, what it prints gathers
   * until it fills a frame: each costs three programs a turn.
   */
  const gathers = (length: number): boolean =>
    flow.trafficClass === 'interactive' &&
    length < MAX_DATA_BYTES &&
    sentOffset - consumedOffset >= creditBytes / CREDIT_STEPS;

  /** The piece to send next. Less than a frame goes only where there is no more: credit comes back in larger steps. */
  function nextPiece(): { chunk: Chunk; from: number } | null {
    const chunk = chunks[findChunk(chunks, sentOffset)];
    if (chunk === undefined) return null;
    const credit = consumedOffset + creditBytes - sentOffset;
    const from = sentOffset - chunk.offset;
    return chunk.length - from <= credit && !gathers(chunk.length) ? { chunk, from } : null;
  }

  return {
    get endOffset() {
      return endOffset;
    },
    get waitingBytes() {
      return endOffset - consumedOffset;
    },
    get hasCredit() {
      return endOffset - consumedOffset < creditBytes;
    },
    get allSent() {
      return sentOffset === endOffset;
    },
    push(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const chunk = lastChunkWithRoom();
        const piece = bytes.subarray(at, at + MAX_DATA_BYTES - chunk.length);
        chunk.message.set(piece, DATA_HEADER_BYTES + chunk.length);
        chunk.length += piece.length;
        endOffset += piece.length;
        at += piece.length;
      }
      dropUsed();
    },
    get hasNext() {
      return nextPiece() !== null;
    },
    next() {
      const piece = nextPiece();
      if (piece === null) return null;
      const { chunk, from } = piece;
      const offset = sentOffset;
      sentOffset = chunk.offset + chunk.length;
      if (from === 0) {
        writeDataHeader(chunk.message, flow, offset);
        return chunk.message.subarray(0, DATA_HEADER_BYTES + chunk.length);
      }
      const bytes = chunk.message.subarray(DATA_HEADER_BYTES + from, DATA_HEADER_BYTES + chunk.length);
      return encodeFrame({ kind: 'data', channel: flow.channel, offset, bytes }, flow.trafficClass);
    },
    consumedUpTo(offset) {
      consumedOffset = Math.max(consumedOffset, Math.min(offset, sentOffset));
      dropUsed();
    },
    rewind(receivedOffset) {
      const from = receivedOffset ?? oldestOffset;
      sentOffset = Math.min(Math.max(from, oldestOffset), endOffset);
      if (receivedOffset === null) consumedOffset = sentOffset;
    },
  };
}

/** The index of the chunk that holds the byte at `offset`; chunks are in order and without gaps. */
function findChunk(chunks: readonly Chunk[], offset: number): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const chunk = chunks[middle];
    if (chunk !== undefined && chunk.offset + chunk.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
