import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { SessionPortEvent, SessionPortRequest } from '#app/contracts/session-port.ts';

/** Main's end of a port whose other end is the test. */
export function createFakePort() {
  const emitter = new EventEmitter();
  const sent: SessionPortEvent[] = [];
  return Object.assign(emitter, {
    sent,
    postMessage: (event: SessionPortEvent) => void sent.push(event),
    start: vi.fn(),
    close: vi.fn(),
    /** What the renderer says. */
    say: (request: SessionPortRequest | { type: string }) => emitter.emit('message', { data: request }),
    links: () => sent.flatMap((event) => (event.type === 'link' ? [event.state] : [])),
    text: () =>
      sent.map((event) => (event.type === 'data' ? new TextDecoder().decode(event.bytes) : '')).join(''),
  });
}
