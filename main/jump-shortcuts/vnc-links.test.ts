import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { MAX_VNC_INPUT_BYTES, VNC_CREDIT_BYTES } from '#app/contracts/vnc-port.ts';
import { VncLinkId } from '#app/domain/ids.ts';
import { eventually } from '../testing/eventually.ts';
import { createFakeVncPort } from '../testing/fake-port.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { networkTroubleOf } from './network-trouble.ts';
import { CONNECT_MS } from './vnc-link.ts';
import { createVncLinks } from './vnc-links.ts';

type Port = ReturnType<typeof createFakeVncPort>;

function someLinks() {
  const ports: Port[] = [];
  const clock = createManualClock();
  const log = createQuietLog();
  const links = createVncLinks({
    clock,
    log,
    sendPortToRenderer() {
      const port = createFakeVncPort();
      ports.push(port);
      return port;
    },
  });
  onTestFinished(() => links.closeAll());
  return { links, clock, log, ports };
}

async function aServer(): Promise<{ server: Server; port: number; sockets: Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined); // the other end went away
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, port: address.port, sockets };
}

async function aLink() {
  const some = someLinks();
  const { port: number, sockets } = await aServer();
  some.links.open(some.links.prepare({ hostname: '127.0.0.1', port: number }));
  const [port] = some.ports;
  if (port === undefined) throw new Error('No port was sent.');
  await eventually(() => expect(sockets).toHaveLength(1));
  const [server] = sockets;
  if (server === undefined) throw new Error('Nobody connected.');
  await eventually(() => expect(port.sent).toContainEqual({ type: 'connected' }));
  return { ...some, port, server };
}

const received = (port: Port) =>
  port.sent.reduce((total, event) => total + (event.type === 'data' ? event.bytes.length : 0), 0);
const last = (port: Port) => port.sent.at(-1);

test('bytes travel both ways', async () => {
  const { port, server } = await aLink();
  server.write('RFB 003.008\n');
  await eventually(() => expect(received(port)).toBe(12));
  const heard = once(server, 'data');
  port.say({ type: 'data', bytes: new Uint8Array([1, 2, 3]) } as never);
  expect((await heard)[0]).toEqual(Buffer.from([1, 2, 3]));
});

test('a server that floods is read no further than the credit, until the tab has taken some', async () => {
  const { port, server } = await aLink();
  const flood = Buffer.alloc(64 * 1024);
  const pump = () => {
    while (!server.destroyed && server.write(flood));
  };
  server.on('drain', pump);
  pump();
  await eventually(() => expect(received(port)).toBeGreaterThanOrEqual(VNC_CREDIT_BYTES));
  await eventually(() => expect(server.writableNeedDrain).toBe(true));
  const held = received(port);
  expect(held).toBeLessThan(VNC_CREDIT_BYTES + 128 * 1024);
  port.say({ type: 'consumed', byteCount: held } as never);
  await eventually(() => expect(received(port)).toBeGreaterThan(held));
});

test('a server that takes nothing is given up before much waits for it', async () => {
  const { port, server } = await aLink();
  server.pause();
  const input = { type: 'data', bytes: new Uint8Array(MAX_VNC_INPUT_BYTES) };
  // The system takes some of it; what it does not take waits here.
  for (let count = 0; count < 64; count += 1) port.say(input);
  expect(last(port)).toEqual({ type: 'closed', trouble: { kind: 'stalled' } });
});

test('R1.8 a port where nobody listens is refused, and says so', async () => {
  const { links, ports } = someLinks();
  const { server, port } = await aServer();
  server.close();
  await once(server, 'close');
  links.open(links.prepare({ hostname: '127.0.0.1', port }));
  const trouble = { kind: 'unreachable', trouble: 'refused', systemCode: 'ECONNREFUSED' };
  await eventually(() => expect(ports[0]?.sent).toEqual([{ type: 'closed', trouble }]));
  expect(ports[0]?.close).toHaveBeenCalled();
});

test.each([
  ['ENOTFOUND', 'unknown-name'],
  ['EHOSTUNREACH', 'no-route'],
  ['EPERM', 'not-allowed'],
  ['ESOMETHING', 'other'],
])('R1.8 %s is told as %s, with its own name beside it', (systemCode, trouble) => {
  const error = Object.assign(new Error(systemCode), { code: systemCode });
  expect(networkTroubleOf(error)).toEqual({ trouble, systemCode });
});

test('R1.8 who does not answer in time does not answer', () => {
  const { links, ports, clock } = someLinks();
  links.open(links.prepare({ hostname: '127.0.0.1', port: 9 }));
  clock.advance(CONNECT_MS);
  const trouble = { kind: 'unreachable', trouble: 'no-answer', systemCode: 'ETIMEDOUT' };
  expect(ports[0]?.sent).toEqual([{ type: 'closed', trouble }]);
});

test('a server that leaves closes the tab’s connection, and time does not matter any more', async () => {
  const { port, server, clock } = await aLink();
  clock.advance(CONNECT_MS);
  server.end();
  await eventually(() => expect(last(port)).toEqual({ type: 'closed', trouble: { kind: 'closed' } }));
});

test('a server that is cut off is lost', async () => {
  const { port, server } = await aLink();
  server.resetAndDestroy();
  const trouble = { kind: 'lost', trouble: 'reset', systemCode: 'ECONNRESET' };
  await eventually(() => expect(last(port)).toEqual({ type: 'closed', trouble }));
});

test('a tab that closes ends its connection, and nothing more is said', async () => {
  const { port, server } = await aLink();
  const said = port.sent.length;
  port.emit('close');
  server.resume();
  await once(server, 'close');
  expect(port.sent).toHaveLength(said);
});

test('a connection is opened once, and only one that was prepared', () => {
  const { links } = someLinks();
  const id = links.prepare({ hostname: '127.0.0.1', port: 9 });
  links.open(id);
  expect(() => links.open(id)).toThrow('session-not-found');
  expect(() => links.open(VncLinkId.parse(crypto.randomUUID()))).toThrow('session-not-found');
});

/** A megabyte of message is no title. */
const inShort = (message: unknown) => [JSON.stringify(message).slice(0, 80), message] as const;

test.each(
  [
    null,
    { type: 'evil' },
    { type: 'data', bytes: 'text' },
    { type: 'data', bytes: new Uint8Array(MAX_VNC_INPUT_BYTES + 1) },
    { type: 'consumed', byteCount: -1 },
    { type: 'consumed', byteCount: 1, surplus: true },
  ].map(inShort),
)('main does not believe the renderer: %s is logged and dropped', async (_, message) => {
  const { port, log, server } = await aLink();
  port.say(message as never);
  expect(log.error).toHaveBeenCalledOnce();
  expect(server.bytesRead).toBe(0);
});
