import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Statistics } from '#app/domain/statistics.ts';
import { EXIT } from './exit-codes.ts';
import { keepRecord, placesIn } from './installation/installation.ts';
import { type UserLogin, whoeverIsLoggedIn } from './login/user-login.ts';
import { aComputer, anAppliance, isNamed } from './testing/computer-fixture.ts';
import { createEventQueue } from './testing/event-queue.ts';
import { aTemporaryFolder } from './testing/temporary-folder.ts';
import { type Report, startTestAppliance } from './testing/test-appliance.ts';

test('R5.1 registers with its own secret, and is known by it from then on', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const first = computer.start(appliance.url);
  expect(await first.connected()).toEqual({ jumpClientId: 'jc-1', name: 'Reception' });
  const { secret } = computer.identity();
  expect(computer.identity()).toEqual({
    appliance: appliance.url,
    jumpClientId: 'jc-1',
    secret,
    disabled: false,
    removalDigest: expect.any(String),
    uninstalling: false,
  });
  await first.stop();

  await computer.start(null, null).connected();
  expect(appliance.handshakes.all).toMatchObject([
    { kind: 'register', installerKey: 'key-1', secret },
    { kind: 'known', jumpClientId: 'jc-1', secret },
  ]);
});

test('R5.1 reconnects by itself when the connection is lost', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  computer.start(appliance.url);
  (await appliance.connections.take()).disconnect(true);
  await appliance.connections.take();
  expect(appliance.handshakes.all[1]).toMatchObject({ kind: 'known', jumpClientId: 'jc-1' });
});

test('R5.2 reports all statistics of this computer at each connect', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  computer.start(appliance.url);
  const { params } = await appliance.reports.take(isNamed('statistics:report'));
  const { statistics } = params as { statistics: unknown };
  expect(Object.keys(Statistics.parse(statistics))).toHaveLength(14);
  (await appliance.connections.take()).disconnect(true);
  await appliance.reports.take(isNamed('statistics:report'));
});

test('R5.4 its user disables it: the appliance is told, sessions are refused, and it stays so', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  const socket = await appliance.connections.take();
  await running.connected();
  expect(await computer.subcommand('disable')).toBe('This computer allows no support sessions from now on.');
  const isDisabling = (report: Report) => JSON.stringify(report.params) === '{"disabled":true}';
  await appliance.reports.take(isDisabling);
  expect(await appliance.startSession(socket, 'token-1')).toEqual({ ok: false, reason: 'disabled' });

  await running.stop();
  computer.start(null);
  await appliance.reports.take(isDisabling);
  const again = await appliance.connections.take();
  await computer.subcommand('enable');
  expect(await appliance.startSession(again, 'token-1')).toEqual({ ok: true });
});

test('R5.4 disabled while it does not run, it says so when it connects', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  await running.connected();
  await running.stop();
  expect(await computer.subcommand('disable')).toContain('from the next start');
  computer.start(null);
  await appliance.reports.take((report) => JSON.stringify(report.params) === '{"disabled":true}');
});

test('a refused installer key ends it with its own exit code and what to do', async () => {
  const appliance = await anAppliance(() => 'installer-key-refused');
  await expect(aComputer().start(appliance.url).ended).rejects.toMatchObject({
    exitCode: EXIT.refused,
    message: expect.stringContaining('--installer-key'),
  });
});

test.each([
  [
    'R7.1',
    'deployable-limit-reached',
    'The total number of deployable Jump Clients for this site has been reached.',
  ],
  [
    'R7.2',
    'active-deployable-limit-reached',
    'The total number of deployable active Jump Clients for this site has been reached.',
  ],
] as const)('%s a full site ends it with its own exit code and the message', async (_, code, message) => {
  const appliance = await anAppliance(() => code);
  const { ended } = aComputer().start(appliance.url);
  await expect(ended).rejects.toMatchObject({ exitCode: EXIT.limitReached, message });
});

test('an appliance that knows it no more: registers anew with a key and a new secret, else ends', async () => {
  const computer = aComputer();
  const appliance = await anAppliance(({ kind }) => (kind === 'known' ? 'jump-client-unknown' : null));
  const first = computer.start(appliance.url);
  await first.connected();
  const { secret } = computer.identity();
  await first.stop();

  const second = computer.start(appliance.url);
  await second.connected();
  expect(appliance.handshakes.all.map(({ kind }) => kind)).toEqual(['register', 'known', 'register']);
  expect(computer.identity().secret).not.toBe(secret);
  await second.stop();

  await expect(computer.start(appliance.url, null).ended).rejects.toMatchObject({ exitCode: EXIT.refused });
  expect(computer.identity()).toMatchObject({ jumpClientId: 'jc-1' });
});

test('what a pin installed stays as it is where an appliance does not know it: its key was good once', async () => {
  const folder = aTemporaryFolder();
  const record = { appliance: 'http://127.0.0.1', mode: 'user' as const, installer: null, outside: [] };
  const installation = keepRecord({ folder, record }, {});
  mkdirSync(placesIn(folder).dataDir);
  const computer = aComputer(whoeverIsLoggedIn, installation);
  let isKnown = true;
  const appliance = await anAppliance(({ kind }) => {
    if (isKnown) return null;
    return kind === 'known' ? 'jump-client-unknown' : 'installer-key-refused';
  });
  const first = computer.start(appliance.url);
  await first.connected();
  await first.stop();
  const before = computer.identity();

  isKnown = false; // it lost its data, or is another one at its address
  await expect(computer.start(appliance.url).ended).rejects.toMatchObject({ exitCode: EXIT.refused });
  expect(computer.identity()).toEqual(before);
  isKnown = true;
  await computer.start(appliance.url).connected();
  expect(appliance.handshakes.all.map(({ kind }) => kind)).toEqual(['register', 'known', 'known']);
});

test('a damaged identity file is set aside and named, and the computer registered anew', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  writeFileSync(join(computer.dataDir, 'identity.json'), '{"appliance":');
  await computer.start(appliance.url).connected();
  expect(computer.lines.all.map(({ msg }) => msg)).toContain(
    'The identity file was damaged and has been set aside.',
  );
});

test('an appliance that is down at the first start is waited for', async () => {
  const computer = aComputer();
  const taken = createServer();
  await once(taken.listen(0, '127.0.0.1'), 'listening');
  const address = taken.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  await new Promise((closed) => taken.close(closed));
  const running = computer.start(`http://127.0.0.1:${address.port}`);
  await computer.lines.take(({ msg }) => msg.startsWith('No connection to the appliance'));
  const http = await startTestAppliance({ port: address.port });
  onTestFinished(() => http.close());
  await running.connected();
});

test('a second one on the same data folder ends with its own exit code', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  await computer.start(appliance.url).connected();
  await expect(computer.start(appliance.url).ended).rejects.toMatchObject({ exitCode: EXIT.inUse });
});

test('R2.9 in user mode it is offline while its user is not logged in, and back with the next login', async () => {
  let logOut = () => {};
  const logins = createEventQueue<'login'>();
  const userLogin: UserLogin = {
    present: async () => void (await logins.take()),
    onceGone(action) {
      logOut = action;
      return () => undefined;
    },
  };
  const [computer, appliance] = [aComputer(userLogin), await anAppliance()];
  const running = computer.start(appliance.url);
  logins.push('login');
  await running.connected();
  const first = await appliance.connections.take();
  const isLost = new Promise((lost) => first.once('disconnect', lost));
  logOut();
  await isLost;
  logins.push('login');
  await appliance.connections.take();
  expect(appliance.handshakes.all.map(({ kind }) => kind)).toEqual(['register', 'known']);
});

test('R2.9 whoever waits for a login is stopped all the same', async () => {
  const logins = createEventQueue<'asked'>();
  const userLogin: UserLogin = {
    present: (until) =>
      new Promise((resolve) => {
        until.addEventListener('abort', () => resolve());
        logins.push('asked');
      }),
    onceGone: () => () => undefined,
  };
  const [computer, appliance] = [aComputer(userLogin), await anAppliance()];
  const running = computer.start(appliance.url);
  await logins.take();
  expect(await running.stop()).toBe('ended');
  expect(appliance.handshakes.all).toEqual([]);
});
