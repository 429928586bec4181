const NEWLINE = 10;

/** A line that is too long, no UTF-8 or no JSON. */
export class UnreadableLine extends Error {
  override readonly name = 'UnreadableLine';
}

/** One value as a line. */
export function encodeJsonLine(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(value)}\n`);
}

/**
 * Puts lines of JSON together from the pieces in which they arrive.
 * @param maxLineBytes no more than this is kept of a line
 * @returns takes a piece and answers the values that are whole. @throws {UnreadableLine} and is of no use from then on
 */
export function createJsonLines(maxLineBytes: number): (bytes: Uint8Array) => unknown[] {
  let pieces: Uint8Array[] = [];
  let size = 0;

  function keep(piece: Uint8Array): void {
    size += piece.length;
    if (size > maxLineBytes) throw new UnreadableLine('A line is too long.');
    if (piece.length > 0) pieces.push(piece.slice());
  }

  function completeLine(): unknown {
    const line = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      line.set(piece, at);
      at += piece.length;
    }
    pieces = [];
    size = 0;
    return parse(line);
  }

  return (bytes) => {
    const values: unknown[] = [];
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      keep(bytes.subarray(from, end));
      values.push(completeLine());
      from = end + 1;
    }
    keep(bytes.subarray(from));
    return values;
  };
}

function parse(line: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
  } catch (cause) {
    throw new UnreadableLine('A line is no JSON.', { cause });
  }
}
