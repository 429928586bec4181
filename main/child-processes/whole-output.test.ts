import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { wholeOutput } from './whole-output.ts';

/** Tells of an exit as Electron does. */
function exit(child: EventEmitter, stream: Readable): void {
  child.emit('exit', 2);
  stream.removeAllListeners();
}

test('what a process said before it ended is read after its exit was told', async () => {
  const child = new EventEmitter();
  const stream = new Readable({ read: () => undefined });
  const read = text(wholeOutput(stream, child));
  stream.push('one\n');
  exit(child, stream);
  stream.push('two\n');
  stream.push(null);
  expect(await read).toBe('one\ntwo\n');
});

test('output that ended before the exit is given once', async () => {
  const child = new EventEmitter();
  const stream = new Readable({ read: () => undefined });
  const read = text(wholeOutput(stream, child));
  stream.push('one\n');
  stream.push(null);
  const said = await read;
  exit(child, stream);
  expect(said).toBe('one\n');
});
