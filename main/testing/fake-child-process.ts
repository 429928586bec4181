import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { vi } from 'vitest';

/** A process that a test speaks for. */
export function createFakeChildProcess() {
  const process = new EventEmitter();
  return Object.assign(process, {
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    kill: vi.fn(() => true),
  });
}
