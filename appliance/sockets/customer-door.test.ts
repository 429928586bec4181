import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  CustomerSessionEnded,
  CustomerWelcome,
  PinAsked,
  PinEnded,
  PinOrdered,
} from '#app/contracts/customer-protocol.ts';
import { SessionStart } from '#app/contracts/jump-client-protocol.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest();
});
afterAll(() => appliance.close());

const computer = {
  name: 'Erika',
  hostname: 'home',
  platform: 'linux',
  operatingSystem: 'Debian',
  mode: 'user',
};
let secrets = 0;
function newSecret(): string {
  secrets += 1;
  return String(secrets).padStart(43, 'c');
}

/** A key of Anna's, who watches with a console. */
async function aKey() {
  const console = appliance.console('anna');
  onTestFinished(() => void console.disconnect());
  await next(console, 'connect');
  const { value } = await console.emitWithAck('session-key:create', {});
  return { console, sessionKey: value.sessionKey as string, sessionId: value.sessionId as string };
}
function join(sessionKey: unknown, change: object = {}) {
  const socket = appliance.socketIo('/customer', {
    kind: 'session-key',
    protocol: 1,
    sessionKey,
    secret: newSecret(),
    computer,
    ...change,
  });
  onTestFinished(() => void socket.disconnect());
  return socket;
}
/** A customer in session; its program takes every link. */
async function joined() {
  const key = await aKey();
  const secret = newSecret();
  const socket = join(key.sessionKey, { secret });
  const started = new Promise<unknown>((resolve) => {
    socket.on('support-session:start', (start: unknown, acknowledge: (answer: object) => void) => {
      acknowledge({ ok: true });
      resolve(start);
    });
  });
  const welcome = CustomerWelcome.parse(await next(socket, 'support-session:welcomed'));
  return { ...key, secret, socket, welcome, started };
}
const row = (id: string) => appliance.core.site.get('support-session', id);
const refusedWith = async (socket: ReturnType<typeof join>) =>
  (await next<Error>(socket, 'connect_error')).message;

test('a customer joins, is welcomed by name, and asked to its representative', async () => {
  const { welcome, sessionId, started } = await joined();
  expect(welcome).toEqual({ sessionId, siteName: 'Small Site', representatives: ['Anna'] });
  expect(SessionStart.parse(await started)).toMatchObject({
    sessionId,
    representativeId: 'representative-anna',
  });
});

describe('refusals', () => {
  const refused: [string, object, string][] = [
    ['a key that is none', { sessionKey: '12345678' }, 'session-key-refused'],
    ['a key that is a number', { sessionKey: 1_234_567 }, 'session-key-refused'],
    [
      'a computer with surplus facts',
      { computer: { ...computer, presence: 'online' } },
      'session-key-refused',
    ],
    ['another protocol', { protocol: 2 }, 'appliance-incompatible'],
    [
      'coming back to a session that never was',
      { kind: 'return', sessionId: 'x', sessionKey: undefined, computer: undefined },
      'session-ended',
    ],
  ];
  for (const [title, change, code] of refused) {
    test(title, async () => {
      expect(await refusedWith(join('1234567', change))).toBe(code);
    });
  }

  test('a key is used up by the first who comes', async () => {
    const { sessionKey } = await joined();
    expect(await refusedWith(join(sessionKey))).toBe('session-key-refused');
  });
});

test('who guesses is made to wait, and then sent away unheard', async () => {
  const guessed = await startForTest();
  onTestFinished(() => guessed.close());
  const guess = (index: number) => {
    const auth = {
      kind: 'session-key',
      protocol: 1,
      sessionKey: `000000${index % 10}`,
      secret: newSecret(),
      computer,
    };
    return next<Error>(guessed.socketIo('/customer', auth), 'connect_error').then(({ message }) => message);
  };
  const guesses = Array.from({ length: 14 }, (_, index) => guess(index));
  expect(await Promise.race([guesses.at(-1), guesses.at(-2)])).toBe('too-many-attempts');
  expect(await Promise.all(guesses.slice(0, 5))).toEqual(Array(5).fill('session-key-refused'));
});

test('a connection that is cut comes back by the secret alone', async () => {
  const { socket, sessionId, secret } = await joined();
  socket.io.engine.close();
  await expect.poll(() => row(sessionId)?.customer?.presence).toBe('offline');
  const again = appliance.socketIo('/customer', { kind: 'return', protocol: 1, sessionId, secret });
  expect(CustomerWelcome.parse(await next(again, 'support-session:welcomed')).sessionId).toBe(sessionId);
  expect(row(sessionId)?.customer?.presence).toBe('online');
});

test('R2 a pin: asked, allowed, ordered, registered with its key', async () => {
  const { socket, sessionId, console } = await joined();
  const isAsked = next<unknown>(socket, 'pin:asked');
  const wanted = { sessionId, name: 'Erika', jumpGroupId: 'all-users', tag: null, comments: '' };
  const outcome = console.emitWithAck('support-session:pin', { opId: anOpId(), repeated: false, ...wanted });
  const { pinId } = PinAsked.parse(await isAsked);
  const isOrdered = next<unknown>(socket, 'pin:ordered');
  expect(await socket.emitWithAck('pin:answer', { pinId, allowed: true })).toEqual({});
  const order = PinOrdered.parse(await isOrdered);
  const isOver = next<unknown>(socket, 'pin:ended');
  const pinned = appliance.jumpClient(newSecret(), order.installerKey);
  const { jumpClientId } = await next<{ jumpClientId: string }>(pinned, 'jump-client:welcomed');
  expect(await outcome).toEqual({ ok: true, value: { jumpItemId: jumpClientId } });
  expect(PinEnded.parse(await isOver)).toEqual({ pinId, pinned: true });
});

describe('the end', () => {
  test('the customer ends it', async () => {
    const { socket, sessionId } = await joined();
    const ended = next(socket, 'support-session:ended');
    expect(await socket.emitWithAck('support-session:end', {})).toEqual({});
    expect(CustomerSessionEnded.parse(await ended)).toEqual({ reason: 'computer' });
    expect(row(sessionId)).toBeUndefined();
  });

  test('the representative ends it', async () => {
    const { socket, sessionId, console } = await joined();
    const [ended, closed] = [next(socket, 'support-session:ended'), next(socket, 'disconnect')];
    await console.emitWithAck('support-session:end', { opId: anOpId(), repeated: false, sessionId });
    expect(await ended).toEqual({ reason: 'representative' });
    expect(await closed).toBe('io server disconnect');
  });

  test('who takes leave ends it', async () => {
    const { socket, sessionId } = await joined();
    socket.disconnect();
    await expect.poll(() => row(sessionId)).toBeUndefined();
  });
});

describe('what is malformed ends the connection', () => {
  const messages: [string, string, unknown[]][] = [
    ['a surplus key', 'support-session:end', [{ force: true }]],
    ['nothing', 'support-session:end', []],
    ['an answer about no pin', 'pin:answer', [{ allowed: true }]],
    ['more than all', 'pin:progress', [{ pinId: crypto.randomUUID(), percent: 101 }]],
    ['a reason of its own', 'pin:fail', [{ pinId: crypto.randomUUID(), reason: 'because' }]],
    ['a request of another door', 'session-key:create', [{}]],
    ['an own __proto__', 'support-session:end', [JSON.parse('{"__proto__":{}}')]],
    ['65,537 bytes', 'support-session:end', [{ x: 'x'.repeat(65_537) }]],
  ];
  for (const [title, name, words] of messages) {
    test(title, async () => {
      const { socket, sessionId } = await joined();
      const closed = next(socket, 'disconnect');
      socket.emit(name, ...words, () => undefined);
      await closed;
      expect(row(sessionId)).toBeDefined();
    });
  }
});

test('invited by a request, a second representative is told to the customer', async () => {
  const { socket, sessionId, console } = await joined();
  const ben = appliance.console('ben');
  onTestFinished(() => void ben.disconnect());
  await next(ben, 'connect');
  const welcomed = next(socket, 'support-session:welcomed');
  const invitation = { opId: anOpId(), repeated: false, sessionId, representativeId: 'representative-ben' };
  expect(await console.emitWithAck('support-session:invite', invitation)).toEqual({ ok: true, value: {} });
  expect(CustomerWelcome.parse(await welcomed).representatives).toEqual(['Anna', 'Ben']);
});
