import type { Readable } from 'node:stream';

/** Gives the complete lines of a stream, one at a time; a line longer than `maxLength` characters is cut. */
export function readLines(stream: Readable, onLine: (line: string) => void, maxLength = 64 * 1024): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(0, maxLength);
    for (const line of lines) onLine(line.slice(0, maxLength));
  });
}
