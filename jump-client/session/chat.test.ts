import { expect, test, vi } from 'vitest';
import { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createTestChannel } from '../testing/test-channel.ts';
import { createSessionChats } from './chat.ts';

const sessionId = SupportSessionId.parse('session-1');
const aLink = (name: string, id = sessionId) => ({
  sessionId: id,
  representativeId: RepresentativeId.parse(name.toLowerCase()),
  representativeName: name,
});
const WRITE = '{"say":"write","id":"00000000-0000-4000-8000-000000000001","text":"Hello"}\n';

test('all representatives of a session and the person at the computer hear each other, and no other session does', async () => {
  const chats = createSessionChats(createManualClock());
  const [anna, ben, other] = [1, 2, 3].map(() => createTestChannel({ service: 'chat' }));
  if (anna === undefined || ben === undefined || other === undefined) throw new Error('There are three.');
  chats.serve(anna.channel, aLink('Anna'));
  chats.serve(ben.channel, aLink('Ben'));
  chats.serve(other.channel, aLink('Cleo', SupportSessionId.parse('session-2')));
  const tell = vi.fn();
  chats.enter(sessionId, 'Erika', tell);
  anna.type(WRITE);
  await ben.outputThat(/"name":"Anna",.*"text":"Hello"/);
  expect(tell).toHaveBeenCalledWith(expect.objectContaining({ say: 'message' }));
  expect(other.output.all).toHaveLength(2); // its welcome and its people
});

test('a session that is over is forgotten, unless the person at the computer is in it', async () => {
  const chats = createSessionChats(createManualClock());
  const first = createTestChannel({ service: 'chat' });
  chats.serve(first.channel, aLink('Anna'));
  first.type(WRITE);
  first.channel.listener.closed?.({ reason: 'lost' });
  const seat = chats.enter(sessionId, 'Erika', vi.fn());
  chats.sessionOver(sessionId);
  const second = createTestChannel({ service: 'chat' });
  chats.serve(second.channel, aLink('Anna'));
  await second.outputThat(/"text":"Hello"/);
  second.channel.listener.closed?.({ reason: 'lost' });
  seat.leave();
  chats.sessionOver(sessionId);
  const tell = vi.fn();
  chats.enter(sessionId, 'Erika', tell);
  expect(tell).not.toHaveBeenCalledWith(expect.objectContaining({ say: 'message' }));
});
