import type { Socket as EngineSocket } from 'engine.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SessionNotice } from '#app/contracts/session-link.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest();
});
afterAll(() => appliance.close());

/** Keeps what comes, and waits for the first that fits. */
function listen(socket: EngineSocket) {
  const messages: unknown[] = [];
  let look: () => void = () => undefined;
  socket.on('message', (data: unknown) => {
    messages.push(
      typeof data === 'string' ? SessionNotice.parse(JSON.parse(data)) : Buffer.from(data as ArrayBuffer),
    );
    look();
  });
  const until = (fits: (message: unknown) => boolean) =>
    new Promise<unknown>((resolve) => {
      look = () => {
        const found = messages.find(fits);
        if (found !== undefined) resolve(found);
      };
      look();
    });
  return {
    notice: (wanted: object) => until((message) => expect.objectContaining(wanted).asymmetricMatch(message)),
    frame: (text: string) => until((message) => message instanceof Buffer && message.toString() === text),
  };
}
async function joining(token: string) {
  const socket = appliance.raw('/session');
  const heard = listen(socket);
  await next(socket, 'open');
  socket.send(JSON.stringify({ token }));
  return { socket, ...heard };
}

let secrets = 0;
/** A session between Anna and a computer, both sides joined. */
async function inSession() {
  secrets += 1;
  const jumpClient = appliance.jumpClient(String(secrets).padStart(43, 's'));
  const { jumpClientId } = await next<{ jumpClientId: string }>(jumpClient, 'jump-client:welcomed');
  const started = new Promise<string>((resolve) => {
    jumpClient.on(
      'support-session:start',
      (start: { sessionToken: string }, acknowledge: (answer: unknown) => void) => {
        acknowledge({ ok: true });
        resolve(start.sessionToken);
      },
    );
  });
  const console = appliance.console('anna');
  await next(console, 'connect');
  const seen = { propertiesRev: 1, presenceRev: 1 };
  const jump = { opId: anOpId(), repeated: false, jumpItemId: jumpClientId, seen };
  const { value } = await console.emitWithAck('jump-item:jump', jump);
  const joined = await console.emitWithAck('support-session:join', { sessionId: value.sessionId });
  const computer = await joining(await started);
  const representative = await joining(joined.value.sessionToken);
  await Promise.all([computer, representative].map((side) => side.notice({ type: 'peer', present: true })));
  return { console, jumpClient, sessionId: value.sessionId as string, computer, representative };
}

test('frames pass both ways, byte for byte', async () => {
  const { computer, representative } = await inSession();
  const large = 'x'.repeat(65_536);
  representative.socket.send(Buffer.from('uname -a'));
  computer.socket.send(Buffer.from(large));
  await computer.frame('uname -a');
  await representative.frame(large);
});

test('the end is told to both sides', async () => {
  const { console, sessionId, computer, representative } = await inSession();
  const end = { opId: anOpId(), repeated: false, sessionId };
  expect(await console.emitWithAck('support-session:end', end)).toEqual({ ok: true, value: {} });
  const ended = { type: 'ended', reason: 'representative' };
  await Promise.all([computer.notice(ended), representative.notice(ended)]);
});

test('a Jump Client that takes leave ends its session', async () => {
  const { jumpClient, representative } = await inSession();
  jumpClient.disconnect();
  await representative.notice({ type: 'ended', reason: 'computer' });
});

test('a lost computer comes back with its rejoin token', async () => {
  const { computer, representative } = await inSession();
  const { rejoinToken } = (await computer.notice({ type: 'joined' })) as { rejoinToken: string };
  computer.socket.close();
  await representative.notice({ type: 'peer', present: false });
  const again = await joining(rejoinToken);
  await again.notice({ type: 'peer', present: true });
  representative.socket.send(Buffer.from('still here'));
  await again.frame('still here');
});

describe('what is malformed closes the socket', () => {
  const greetings: [string, string | Buffer][] = [
    ['no JSON', 'hello'],
    ['no token', '{}'],
    ['a wrong token', '{"token":"guessed"}'],
    ['a surplus key', '{"token":"x","side":"computer"}'],
    ['a token that is no text', '{"token":{"$ne":null}}'],
    ['an own __proto__', '{"token":"x","__proto__":{}}'],
    ['a frame before the greeting', Buffer.from('data')],
    ['65,537 bytes', `{"token":"${'x'.repeat(65_537)}"}`],
  ];
  for (const [title, greeting] of greetings) {
    test(title, async () => {
      const socket = appliance.raw('/session');
      const closed = next(socket, 'close');
      await next(socket, 'open');
      socket.send(greeting);
      await closed;
    });
  }

  test('a frame of more than 64 KiB', async () => {
    const { representative } = await inSession();
    const closed = next(representative.socket, 'close');
    representative.socket.send(Buffer.alloc(65_537));
    await closed;
  });

  test('text after the greeting', async () => {
    const { representative } = await inSession();
    const closed = next(representative.socket, 'close');
    representative.socket.send('{"type":"ended","reason":"computer"}');
    await closed;
  });
});
