import { MAX_DATA_BYTES } from './frame.ts';

/** How far a sender may run ahead of what its receiver has used. */
export const CREDIT_BYTES = 256 * 1024;

/**
 * The bytes of one direction of a channel, by their offset since the channel opened: those not yet sent, those sent
 * and not yet used (they may have to be sent again), and as many used ones as are kept for a console that comes anew.
 */
export type OutgoingBytes = {
  readonly endOffset: number;
  readonly sentOffset: number;
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

/** @param options.keepBytes how many used bytes stay for a receiver that comes anew */
export function createOutgoingBytes(options: { startOffset: number; keepBytes: number }): OutgoingBytes {
  let chunks: { offset: number; bytes: Uint8Array }[] = [];
  let oldestOffset = options.startOffset;
  let endOffset = options.startOffset;
  let sentOffset = options.startOffset;
  let consumedOffset = options.startOffset;

  function dropUsed(): void {
    const keepFrom = Math.min(consumedOffset, endOffset - options.keepBytes);
    let dropped = 0;
    for (const chunk of chunks) {
      if (chunk.offset + chunk.bytes.length > keepFrom) break;
      dropped += 1;
    }
    if (dropped > 0) chunks = chunks.slice(dropped);
    oldestOffset = chunks[0]?.offset ?? endOffset;
  }

  return {
    get endOffset() {
      return endOffset;
    },
    get sentOffset() {
      return sentOffset;
    },
    get hasCredit() {
      return endOffset - consumedOffset < CREDIT_BYTES;
    },
    get allSent() {
      return sentOffset === endOffset;
    },
    push(bytes) {
      for (let at = 0; at < bytes.length; at += MAX_DATA_BYTES) {
        const piece = bytes.slice(at, at + MAX_DATA_BYTES);
        chunks.push({ offset: endOffset, bytes: piece });
        endOffset += piece.length;
      }
      dropUsed();
    },
    next() {
      const credit = consumedOffset + CREDIT_BYTES - sentOffset;
      const chunk = chunks[findChunk(chunks, sentOffset)];
      if (credit <= 0 || chunk === undefined) return null;
      const offset = sentOffset;
      const from = offset - chunk.offset;
      const bytes = chunk.bytes.subarray(from, from + credit);
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
function findChunk(chunks: readonly { offset: number; bytes: Uint8Array }[], offset: number): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const chunk = chunks[middle];
    if (chunk !== undefined && chunk.offset + chunk.bytes.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
