import { expect, onTestFinished, test, vi } from 'vitest';
import { SupportSessionId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { ConnectionLost } from '../appliance-connection/connection-lost.ts';
import { thisDisk } from '../file-transfers/this-disk.ts';
import { eventually } from '../testing/eventually.ts';
import { createFakePort } from '../testing/fake-port.ts';
import { startFakeSessionRelay } from '../testing/fake-session-relay.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { createSupportSessionLinks } from './support-session-links.ts';

const SESSION_ID = SupportSessionId.parse('s-1');
const SHELL = { service: 'command-shell', columns: 80, rows: 24 } as const;
const bytes = (text: string) => new TextEncoder().encode(text);

async function someLinks() {
  const relay = await startFakeSessionRelay();
  const clock = createManualClock();
  const ports: ReturnType<typeof createFakePort>[] = [];
  let joined = 0;
  const request = vi.fn(async () => {
    joined += 1;
    return { sessionToken: `token-${joined}` };
  });
  const links = createSupportSessionLinks({
    appliance: { request: request as never, address: relay.url },
    clock,
    random: () => 0.5,
    log: createQuietLog(),
    disk: thisDisk,
    sendPortToRenderer() {
      const port = createFakePort();
      ports.push(port);
      return port;
    },
  });
  onTestFinished(() => {
    links.closeAll();
    relay.stop();
  });
  return { relay, clock, ports, links, request };
}

async function aLinkedSession() {
  const some = await someLinks();
  some.links.open(SESSION_ID);
  const port = some.ports[0] ?? createFakePort();
  await eventually(() => expect(port.links().at(-1)).toBe('connected'));
  return { ...some, port };
}

test('a session is joined with its token, and its shell speaks over the port', async () => {
  const { relay, port } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say({ type: 'data', channel: 1, bytes: bytes('uname -a\n') });

  await eventually(() => expect(port.text()).toBe('uname -a\n'));
  expect(relay.tokens).toEqual(['token-1']);
  expect(port.links()).toEqual(['connecting', 'waiting', 'connected']);
  expect(port.sent).toContainEqual({ type: 'channel-opened', channel: 1, service: SHELL });
});

test('after a lost connection the session is joined again, and no byte is lost or doubled', async () => {
  const { relay, clock, port } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say({ type: 'data', channel: 1, bytes: bytes('one ') });
  await eventually(() => expect(port.text()).toBe('one '));

  relay.drop();
  await eventually(() => expect(port.links().at(-1)).toBe('connecting'));
  port.say({ type: 'data', channel: 1, bytes: bytes('two ') });
  clock.advance(1_000);
  await eventually(() => expect(port.text()).toBe('one two '));
  expect(relay.tokens).toEqual(['token-1', 'token-2']);
});

test('a renderer that was loaded again gets a fresh port, the running shell and its recent output', async () => {
  const { relay, ports, links, port } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  port.say({ type: 'data', channel: 1, bytes: bytes('before ') });
  await eventually(() => expect(port.text()).toBe('before '));

  links.open(SESSION_ID);
  const fresh = ports[1] ?? createFakePort();
  await eventually(() => expect(fresh.text()).toBe('before '));
  expect(port.close).toHaveBeenCalled();
  const found = fresh.sent.find((event) => event.type === 'channel-opened');
  expect(found).toMatchObject({ service: SHELL });
  const order = fresh.sent.map((event) => (event.type === 'link' ? event.state : event.type));
  expect(order.indexOf('channel-opened')).toBeLessThan(order.indexOf('connected'));

  expect(fresh.sent.find((event) => event.type === 'data')).toMatchObject({ replayed: true });

  const channel = found?.type === 'channel-opened' ? found.channel : 0;
  fresh.say({ type: 'data', channel, bytes: bytes('after ') });
  await eventually(() => expect(fresh.text()).toBe('before after '));
  expect(fresh.sent.findLast((event) => event.type === 'data')).toMatchObject({ replayed: false });
  expect(relay.channels).toHaveLength(1);
});

test('closing a channel, and its size, reach the computer', async () => {
  const { relay, port } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  await eventually(() => expect(relay.channels).toHaveLength(1));
  const heard = { data: () => undefined, control: vi.fn(), closed: vi.fn() };
  const [channel] = relay.channels;
  if (channel !== undefined) channel.listener = heard;
  port.say({ type: 'resize', channel: 1, columns: 120, rows: 40 });
  port.say({ type: 'close-channel', channel: 1 });
  await eventually(() => expect(heard.closed).toHaveBeenCalledWith({ reason: 'closed' }));
  expect(heard.control).toHaveBeenCalledWith({ type: 'resize', columns: 120, rows: 40 });
});

test('a shell that exits on the computer closes in the renderer, with its exit code', async () => {
  const { relay, port } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  await eventually(() => expect(relay.channels).toHaveLength(1));
  relay.channels[0]?.close({ reason: 'exited', exitCode: 3 });
  const closed = { reason: 'exited', exitCode: 3 };
  await eventually(() => expect(port.sent).toContainEqual({ type: 'channel-closed', channel: 1, closed }));
});

test('a session that ends says so, and is not joined again', async () => {
  const { relay, port, clock, request } = await aLinkedSession();
  relay.notify({ type: 'ended', reason: 'computer' });
  await eventually(() => expect(port.links().at(-1)).toBe('ended'));
  expect(clock.untilNext()).toBeNull();
  expect(request).toHaveBeenCalledOnce();
});

test('a session that is over when it is joined has ended', async () => {
  const { links, ports, request } = await someLinks();
  request.mockRejectedValue(new JumpError('session-not-found'));
  links.open(SESSION_ID);
  await eventually(() => expect(ports[0]?.links().at(-1)).toBe('ended'));
});

test('while the appliance cannot be reached joining is tried again', async () => {
  const { links, ports, request, clock } = await someLinks();
  request.mockRejectedValueOnce(new ConnectionLost());
  links.open(SESSION_ID);
  await eventually(() => expect(clock.untilNext()).toBe(750));
  clock.advance(750);
  await eventually(() => expect(ports[0]?.links().at(-1)).toBe('connected'));
});

test('a computer that sends what no Jump Client sends is not listened to any further', async () => {
  const { relay, port, clock, request } = await aLinkedSession();
  port.say({ type: 'open-channel', channel: 1, service: SHELL });
  relay.sendRaw(Uint8Array.of(250, 0, 0));
  await eventually(() => expect(port.links().at(-1)).toBe('broken'));
  expect(port.sent).toContainEqual({ type: 'channel-closed', channel: 1, closed: { reason: 'lost' } });
  expect(clock.untilNext()).toBeNull();
  expect(request).toHaveBeenCalledOnce();
});

test('the computer that goes away is waited for', async () => {
  const { relay, port } = await aLinkedSession();
  relay.notify({ type: 'peer', present: false });
  await eventually(() => expect(port.links().at(-1)).toBe('waiting'));
});

test('letting go of all sessions closes their ports and sockets', async () => {
  const { links, port, clock } = await aLinkedSession();
  links.closeAll();
  expect(port.close).toHaveBeenCalledOnce();
  expect(clock.untilNext()).toBeNull();
});
