import { PassThrough, type Readable } from 'node:stream';

type ExitSource = { on(event: 'exit', listener: () => void): unknown };

/**
 * What a process that Electron runs says, up to its end. Electron takes every listener off the streams of a
 * `utilityProcess` as soon as it has told of the exit; what was not read by then, often the words that say why,
 * would be lost. So reading begins again right after it.
 */
export function wholeOutput(stream: Readable, child: ExitSource): Readable {
  const output = new PassThrough();
  stream.pipe(output);
  child.on('exit', () => queueMicrotask(() => stream.pipe(output)));
  return output;
}
