import { SystemInformation } from '#app/contracts/session-services.ts';

/** Far beyond the largest line that is useful; a computer that sends more is not listened to. */
const MAX_LINE_BYTES = 4 * 1024 * 1024;
const FIRST_ROOM = 16 * 1024;
const NEWLINE = 10;

export type SystemInformationLines = {
  push(bytes: Uint8Array): void;
  /** @returns what the newest whole line says, once; `unreadable` when it is not as agreed */
  takeNewest(): SystemInformation | 'unreadable' | null;
};

/**
 * Puts a computer's System Information together from the pieces in which its lines arrive. Each line replaces the one
 * before it, so only the newest is kept, and read when somebody wants it.
 * @param options.midway the first bytes may be the rest of a line whose beginning nobody kept
 */
export function createSystemInformationLines({ midway = false } = {}): SystemInformationLines {
  let mayBeRest = midway;
  let newest: { bytes: Uint8Array; mayBeRest: boolean } | null = null;
  let room = new Uint8Array(FIRST_ROOM);
  let size = 0;

  /** What is beyond the largest line is counted, not kept. */
  function keep(piece: Uint8Array): void {
    const end = size + piece.length;
    if (end <= MAX_LINE_BYTES) {
      if (end > room.length) {
        const larger = new Uint8Array(Math.max(end, room.length * 2));
        larger.set(room.subarray(0, size));
        room = larger;
      }
      room.set(piece, size);
    }
    size = end;
  }

  function completeLine(): void {
    newest = { bytes: size > MAX_LINE_BYTES ? new Uint8Array(0) : room.slice(0, size), mayBeRest };
    mayBeRest = false;
    size = 0;
  }

  return {
    push(bytes) {
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        keep(bytes.subarray(from, end));
        completeLine();
        from = end + 1;
      }
      if (from < bytes.length) keep(bytes.subarray(from));
    },
    takeNewest() {
      const line = newest;
      newest = null;
      if (line === null) return null;
      return parseLine(line.bytes) ?? (line.mayBeRest ? null : 'unreadable');
    },
  };
}

function parseLine(bytes: Uint8Array): SystemInformation | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return SystemInformation.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null; // no JSON, or no UTF-8
    throw error;
  }
}
