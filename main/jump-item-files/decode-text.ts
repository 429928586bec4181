import { isUtf8 } from 'node:buffer';
import { FileProblemError } from './file-problem-error.ts';

type Encoding = {
  /** Bytes at the beginning that say which encoding it is. */
  readonly markLength: number;
  /** How many of these bytes are whole characters. */
  readonly wholeLength: (bytes: Buffer) => number;
  /** Null where the bytes are no text of this encoding. */
  readonly read: (bytes: Buffer) => string | null;
};

const LINE_FEED = 0x0a;

/**
 * A file's bytes as text: UTF-8 with or without its mark, UTF-16 with its mark. Half a surrogate pair of UTF-16 stays
 * what it is, so that the check of texts can name it.
 * @throws {FileProblemError} `unknown-encoding` with the line of the first byte that is no UTF-8
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decode = createDecoder();
  for await (const chunk of chunks) yield decode(chunk, false);
  yield decode(Buffer.alloc(0), true);
}

function createDecoder(): (chunk: Buffer, isLast: boolean) => string {
  let encoding: Encoding | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  return (chunk, isLast) => {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (encoding === null) {
      rest = bytes;
      if (bytes.length < 3 && !isLast) return '';
      encoding = encodingOf(bytes);
      bytes = bytes.subarray(encoding.markLength);
    }
    const whole = isLast ? bytes.length : encoding.wholeLength(bytes);
    rest = bytes.subarray(whole);
    const text = encoding.read(bytes.subarray(0, whole));
    if (text === null) {
      const brokenLine = line + linesBeforeBreak(bytes, encoding);
      throw new FileProblemError({ problem: 'unknown-encoding', line: brokenLine });
    }
    line += text.split('\n').length - 1;
    return text;
  };
}

function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16((pairs) => pairs.toString('utf16le'));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return utf16((pairs) => Buffer.from(pairs).swap16().toString('utf16le'));
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return {
    markLength: hasMark ? 3 : 0,
    wholeLength: (some) => some.length - openCharacterLength(some),
    read: (some) => (isUtf8(some) ? some.toString('utf8') : null),
  };
}

function utf16(read: (pairs: Buffer) => string): Encoding {
  return {
    markLength: 2,
    wholeLength: (bytes) => bytes.length - (bytes.length % 2),
    read: (bytes) => (bytes.length % 2 === 0 ? read(bytes) : null),
  };
}

/** How many bytes at the end begin a character of UTF-8 that the next chunk ends. */
function openCharacterLength(bytes: Buffer): number {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue; // goes on with a character
    const needed = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return needed > length ? length : 0;
  }
  return 0;
}

/** How many whole lines stand before the one that is no text. */
function linesBeforeBreak(bytes: Buffer, { read }: Encoding): number {
  let start = 0;
  for (let lines = 0; ; lines += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end === -1 || read(bytes.subarray(start, end)) === null) return lines;
    start = end + 1;
  }
}
