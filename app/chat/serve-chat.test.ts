import { expect, test, vi } from 'vitest';
import type { SessionChannel } from '../session-channel/session-channel.ts';
import { createChatRoom } from './chat-room.ts';
import { encodeJsonLine } from './json-lines.ts';
import { MOST_WAITING_BYTES, serveChat } from './serve-chat.ts';

const ID = '00000000-0000-4000-8000-000000000001';

function aChannel(room = createChatRoom({ now: () => 1, after: () => () => undefined }), waitingBytes = 0) {
  const told: string[] = [];
  const channel = {
    number: 1,
    service: { service: 'chat' },
    waitingBytes,
    listener: { data: () => undefined },
    send: (bytes: Uint8Array) => told.push(new TextDecoder().decode(bytes)) > 0,
    control: vi.fn(),
    consumed: vi.fn(),
    close: vi.fn(),
  } satisfies SessionChannel;
  serveChat(channel, room, { id: 'anna', name: 'Anna' });
  const say = (bytes: Uint8Array) => (channel as SessionChannel).listener.data(bytes, false);
  return { channel, told, say, room };
}

test('what a console says goes into the room, and its bytes are given back', () => {
  const { channel, told, say } = aChannel();
  const bytes = encodeJsonLine({ say: 'write', id: ID, text: 'Hello' });
  say(bytes);
  expect(told.at(-1)).toContain('"text":"Hello"');
  expect(channel.consumed).toHaveBeenCalledWith(bytes.length);
});

test.each([
  ['no JSON', new TextEncoder().encode('hello\n')],
  ['another word', encodeJsonLine({ say: 'shout' })],
  ['a message that says who wrote it', encodeJsonLine({ say: 'write', id: ID, text: 'a', by: 'erika' })],
  ['an escape sequence', encodeJsonLine({ say: 'write', id: ID, text: '\u001b[2J' })],
  ['too long a message', encodeJsonLine({ say: 'write', id: ID, text: 'a'.repeat(4_001) })],
  ['an endless line', new Uint8Array(200_000).fill(32)],
])('%s closes the channel of who said it, and nothing is heard of it', (_about, bytes) => {
  const { channel, told, say, room } = aChannel();
  const count = told.length;
  say(bytes);
  say(encodeJsonLine({ say: 'write', id: ID, text: 'Hello' }));
  expect(channel.close).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ reason: 'failed' }));
  expect(told).toHaveLength(count);
  expect(room.isEmpty).toBe(true);
});

test('a console that takes nothing is not told further', () => {
  const { channel, room } = aChannel(undefined, MOST_WAITING_BYTES + 1);
  expect(channel.close).toHaveBeenCalledTimes(1);
  expect(room.isEmpty).toBe(true);
});
