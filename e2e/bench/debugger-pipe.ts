import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';

/** A message of Chromium's debugger: an answer to the request `id`, or an event. */
type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

export type DebuggerPipe = {
  request(method: string, params?: object, sessionId?: string): Promise<unknown>;
  onEvent(listener: (method: string, params: unknown) => void): void;
  onEnd(listener: () => void): void;
};

/**
 * Chromium's debugger through a pair of pipes, where what is asked before Chromium listens is heard as soon as it
 * does: the one way to be in a page before its first script, whatever the machine is doing.
 */
export function openDebuggerPipe(electron: ChildProcess): DebuggerPipe {
  const [, , , input, output] = electron.stdio;
  if (!(input instanceof Writable && output instanceof Readable)) throw new Error('Electron has no pipes.');
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners: ((method: string, params: unknown) => void)[] = [];
  let lastId = 0;

  const receive = ({ id, method, params, result, error }: Message) => {
    if (method !== undefined) for (const listener of listeners) listener(method, params);
    const request = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    if (error === undefined) request?.resolve(result);
    else request?.reject(new Error(error.message));
  };
  readMessages(output, receive);
  const end = () => {
    for (const { reject } of waiting.values()) reject(new Error('Electron ended before it answered.'));
    waiting.clear();
  };
  electron.once('close', end);
  input.once('error', end);

  return {
    onEvent: (listener) => listeners.push(listener),
    onEnd: (listener) => electron.once('close', listener),
    request: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
      }),
  };
}

/** Messages end with a zero byte. */
function readMessages(output: Readable, receive: (message: Message) => void): void {
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) receive(JSON.parse(part) as Message);
  });
}
