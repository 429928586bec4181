import { SystemInformation } from '#app/contracts/session-services.ts';

/** Far beyond the largest line that the contract allows to be useful; a computer that sends more is not listened to. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;

export type SystemInformationLines = {
  /** @returns what the lines said that these bytes complete; `unreadable` for one that is not as agreed */
  push(bytes: Uint8Array): (SystemInformation | 'unreadable')[];
};

/**
 * Puts a computer's System Information together from the pieces in which its lines arrive.
 * @param options.midway the first bytes may be the rest of a line whose beginning nobody kept
 */
export function createSystemInformationLines({ midway = false } = {}): SystemInformationLines {
  let mayBeRest = midway;
  let pieces: Uint8Array[] = [];
  let size = 0;
  /** The line grew too long: what remains of it is passed over. */
  let skipping = false;

  function keep(piece: Uint8Array): void {
    size += piece.length;
    if (size > MAX_LINE_BYTES) skipping = true;
    if (skipping) pieces = [];
    else pieces.push(piece);
  }

  function completeLine(): SystemInformation | 'unreadable' {
    const line = skipping ? null : parseLine(pieces, size);
    pieces = [];
    size = 0;
    skipping = false;
    return line ?? 'unreadable';
  }

  return {
    push(bytes) {
      const lines: (SystemInformation | 'unreadable')[] = [];
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        keep(bytes.subarray(from, end));
        const line = completeLine();
        if (line !== 'unreadable' || !mayBeRest) lines.push(line);
        mayBeRest = false;
        from = end + 1;
      }
      if (from < bytes.length) keep(bytes.subarray(from));
      return lines;
    },
  };
}

function parseLine(pieces: readonly Uint8Array[], size: number): SystemInformation | null {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return SystemInformation.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null; // no JSON, or no UTF-8
    throw error;
  }
}
