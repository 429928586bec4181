import { EventEmitter } from 'node:events';
import { vi } from 'vitest';
import type { SessionPortEvent, SessionPortRequest } from '#app/contracts/session-port.ts';
import type { VncPortEvent } from '#app/contracts/vnc-port.ts';

function createPort<Event>() {
  const emitter = new EventEmitter();
  const sent: Event[] = [];
  return Object.assign(emitter, {
    sent,
    postMessage: (event: Event) => void sent.push(event),
    start: vi.fn(),
    close: vi.fn(),
    /** What the renderer says. */
    say: (request: SessionPortRequest | { type: string }) => emitter.emit('message', { data: request }),
  });
}

/** Main's end of a VNC tab's port whose other end is the test. */
export const createFakeVncPort = () => createPort<VncPortEvent>();

/** Main's end of a session's port whose other end is the test. */
export function createFakePort() {
  const port = createPort<SessionPortEvent>();
  const { sent } = port;
  return Object.assign(port, {
    links: () => sent.flatMap((event) => (event.type === 'link' ? [event.state] : [])),
    text: () =>
      sent.map((event) => (event.type === 'data' ? new TextDecoder().decode(event.bytes) : '')).join(''),
  });
}
