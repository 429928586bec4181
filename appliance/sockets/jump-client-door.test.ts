import type { Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JumpClientRemoved, JumpClientWelcome, SessionStart } from '#app/contracts/jump-client-protocol.ts';
import { systemEnvironment } from '../system-environment.ts';
import { anOpId } from '../testing/core-fixture.ts';
import { next, startForTest, type TestAppliance } from '../testing/running-appliance.ts';

let appliance: TestAppliance;
beforeAll(async () => {
  appliance = await startForTest();
});
afterAll(() => appliance.close());

let secrets = 0;
function newSecret(): string {
  secrets += 1;
  return String(secrets).padStart(43, '0');
}
async function connected(secret = newSecret()) {
  const socket = appliance.jumpClient(secret);
  return { socket, secret, ...JumpClientWelcome.parse(await next(socket, 'jump-client:welcomed')) };
}
function row(id: string) {
  const item = appliance.core.site.get('jump-item', id);
  if (item?.method !== 'jump-client') throw new Error('no row');
  return item;
}
async function jumpTo(jumpItemId: string) {
  const console: Socket = appliance.console('anna');
  await next(console, 'connect');
  const seen = { propertiesRev: 1, presenceRev: 1 };
  return console.emitWithAck('jump-item:jump', { opId: anOpId(), repeated: false, jumpItemId, seen });
}

test('R5.1 a Jump Client registers, is welcomed, and comes back by its secret alone', async () => {
  const { socket, secret, jumpClientId, name } = await connected();
  expect(name).toBe('box');
  expect(row(jumpClientId)).toMatchObject({ presence: 'online', publicIp: '127.0.0.1' });
  socket.disconnect();
  const again = appliance.socketIo('/jump-client', { kind: 'known', protocol: 1, jumpClientId, secret });
  expect(await next(again, 'jump-client:welcomed')).toMatchObject({ jumpClientId, name });
});

describe('refusals', () => {
  const secret = 'x'.repeat(43);
  const register = { kind: 'register', protocol: 1, installerKey: 'guessed', secret, hostname: 'box' };
  const refused: [string, object, string][] = [
    ['a wrong installer key', register, 'installer-key-refused'],
    [
      'an unknown identity',
      { kind: 'known', protocol: 1, jumpClientId: 'till', secret },
      'jump-client-unknown',
    ],
    ['another protocol', { ...register, protocol: 2 }, 'appliance-incompatible'],
    ['a secret that is none', { ...register, secret: 'short' }, 'appliance-incompatible'],
    ['nothing', {}, 'appliance-incompatible'],
  ];
  for (const [title, auth, code] of refused) {
    test(title, async () => {
      expect((await next<Error>(appliance.socketIo('/jump-client', auth), 'connect_error')).message).toBe(
        code,
      );
    });
  }
});

test('R5.2 statistics are acknowledged and fill the row', async () => {
  const { socket, jumpClientId } = await connected();
  const statistics = { operatingSystem: 'Debian 12', platform: 'linux' };
  expect(await socket.emitWithAck('statistics:report', { statistics, sentAt: 0 })).toEqual({});
  expect(row(jumpClientId)).toMatchObject(statistics);
});

test('R1.12 an uninstalled Jump Client stays listed', async () => {
  const { socket, jumpClientId } = await connected();
  expect(await socket.emitWithAck('jump-client:uninstall', {})).toEqual({});
  socket.disconnect();
  expect(row(jumpClientId).presence).toBe('uninstalled');
});

describe('R1.9 a removed Jump Client is told to uninstall itself', () => {
  const isForgotten = (id: string) => () => appliance.core.site.get('jump-client-identity', id) === undefined;

  test('at once where it is connected; who has taken note is sent away and forgotten', async () => {
    const { socket, jumpClientId, removalDigest } = await connected();
    const removals: unknown[] = [];
    socket.on('jump-client:removed', (removed: unknown, acknowledge: (reply: object) => void) => {
      removals.push(removed);
      acknowledge({});
    });
    const sentAway = next(socket, 'disconnect');
    await appliance.core.jumpItems.remove(jumpClientId);
    expect(await sentAway).toBe('io server disconnect');
    const { removalKey } = JumpClientRemoved.parse(removals[0]);
    expect(systemEnvironment.digest(removalKey)).toBe(removalDigest);
    expect(isForgotten(jumpClientId)()).toBe(true);
  });

  test('instead of a welcome when it comes back', async () => {
    const { socket, secret, jumpClientId } = await connected();
    socket.disconnect();
    await appliance.core.jumpItems.remove(jumpClientId);
    const again = appliance.socketIo('/jump-client', { kind: 'known', protocol: 1, jumpClientId, secret });
    const told = new Promise((resolve) => {
      again.on('jump-client:welcomed', () => resolve('welcomed'));
      again.on('jump-client:removed', (removed: unknown, acknowledge: (reply: object) => void) => {
        acknowledge({});
        resolve(JumpClientRemoved.parse(removed).removalKey);
      });
    });
    expect(await told).toMatch(/^[\w-]{43}$/);
    await expect.poll(isForgotten(jumpClientId)).toBe(true);
  });
});

describe('a jump asks the Jump Client', () => {
  const answers: [string, unknown, object][] = [
    ['R7.12 a failure', { ok: false, reason: 'failed' }, { ok: false, code: 'session-start-failed' }],
    ['R7.12 nonsense', { ok: 'yes' }, { ok: false, code: 'session-start-failed' }],
    ['R7.16 disabled', { ok: false, reason: 'disabled' }, { ok: false, code: 'client-disabled' }],
    ['R1.8 yes', { ok: true }, { ok: true }],
  ];
  for (const [title, answer, outcome] of answers) {
    test(`${title}`, async () => {
      const { socket, jumpClientId } = await connected();
      socket.on('support-session:start', (start: unknown, acknowledge: (answer: unknown) => void) => {
        SessionStart.parse(start);
        acknowledge(answer);
      });
      expect(await jumpTo(jumpClientId)).toMatchObject(outcome);
    });
  }

  test('R7.14 it disconnects instead of answering', async () => {
    const { socket, jumpClientId } = await connected();
    socket.on('support-session:start', () => socket.io.engine.close());
    expect(await jumpTo(jumpClientId)).toEqual({ ok: false, code: 'client-not-connected' });
  });
});

describe('what is malformed ends the connection', () => {
  const messages: [string, string, unknown[]][] = [
    ['statistics of the wrong type', 'statistics:report', [{ statistics: { version: 7 }, sentAt: 0 }]],
    ['an unknown statistic', 'statistics:report', [{ statistics: { temperature: 40 }, sentAt: 0 }]],
    ['a text of 257 units', 'statistics:report', [{ statistics: { version: 'x'.repeat(257) }, sentAt: 0 }]],
    ['a surplus key', 'jump-client:uninstall', [{ force: true }]],
    ['an own __proto__', 'jump-client:disable', [JSON.parse('{"disabled":true,"__proto__":{}}')]],
    ['nothing', 'jump-client:disable', []],
    ['an unknown report', 'jump-client:promote', [{}]],
    ['a request of the other door', 'watch:start', [{ resume: null }]],
  ];
  for (const [title, name, words] of messages) {
    test(title, async () => {
      const { socket, jumpClientId } = await connected();
      const before = row(jumpClientId);
      socket.emit(name, ...words, () => undefined);
      expect(await next(socket, 'disconnect')).toBe('io server disconnect');
      expect(row(jumpClientId)).toMatchObject({ version: before.version, name: before.name });
    });
  }

  test('more statistics than a computer can have', async () => {
    const { socket } = await connected();
    const disks = Array.from({ length: 32 }, () => ({
      mount: '\u0001'.repeat(256),
      totalBytes: 1,
      usedBytes: 1,
    }));
    socket.emit('statistics:report', { statistics: { disks }, sentAt: 0 }, () => undefined);
    expect(await next(socket, 'disconnect')).toBe('io server disconnect');
  });

  test('65,537 bytes', async () => {
    const { socket } = await connected();
    socket.emit(
      'statistics:report',
      { statistics: { version: 'x'.repeat(65_537) }, sentAt: 0 },
      () => undefined,
    );
    expect(await next(socket, 'disconnect')).toMatch(/transport/);
  });
});
