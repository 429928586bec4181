import { MAX_DATA_BYTES } from './frame.ts';

/** How far a sender may run ahead of what its receiver has used. */
export const CREDIT_BYTES = 256 * 1024;

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
  /** The next piece that credit allows, at most one frame long; null when there is none. */
  next(): { offset: number; bytes: Uint8Array } | null;
  /** The receiver has used everything before this offset. */
  consumedUpTo(offset: number): void;
  /** The receiver has this much: what follows is sent again. Null: it has nothing, begin with the oldest kept byte. */
  rewind(receivedOffset: number | null): void;
};

/** A frame's worth of bytes, filled from its beginning: bytes that come one by one take no more room than many at once. */
type Chunk = { readonly offset: number; readonly buffer: Uint8Array; length: number };

type Options = {
  /** Where the bytes begin. */
  startOffset: number;
  /** Up to where the receiver has used them already. */
  consumedOffset: number;
  /** How many used bytes stay for a receiver that comes anew. */
  keepBytes: number;
};

export function createOutgoingBytes({ startOffset, keepBytes, ...options }: Options): OutgoingBytes {
  let chunks: Chunk[] = [];
  let oldestOffset = startOffset;
  let endOffset = startOffset;
  let sentOffset = startOffset;
  let consumedOffset = options.consumedOffset;

  function lastChunkWithRoom(): Chunk {
    const last = chunks.at(-1);
    if (last !== undefined && last.length < last.buffer.length) return last;
    const chunk = { offset: endOffset, buffer: new Uint8Array(MAX_DATA_BYTES), length: 0 };
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

  return {
    get endOffset() {
      return endOffset;
    },
    get waitingBytes() {
      return endOffset - consumedOffset;
    },
    get hasCredit() {
      return endOffset - consumedOffset < CREDIT_BYTES;
    },
    get allSent() {
      return sentOffset === endOffset;
    },
    push(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const chunk = lastChunkWithRoom();
        const piece = bytes.subarray(at, at + chunk.buffer.length - chunk.length);
        chunk.buffer.set(piece, chunk.length);
        chunk.length += piece.length;
        endOffset += piece.length;
        at += piece.length;
      }
      dropUsed();
    },
    next() {
      const credit = consumedOffset + CREDIT_BYTES - sentOffset;
      const chunk = chunks[findChunk(chunks, sentOffset)];
      if (credit <= 0 || chunk === undefined) return null;
      const offset = sentOffset;
      const from = offset - chunk.offset;
      const bytes = chunk.buffer.subarray(from, Math.min(chunk.length, from + credit));
      sentOffset += bytes.length;
      return { offset, bytes };
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
