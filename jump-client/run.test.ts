import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { JumpClientHandshake, JumpClientRefusal } from '#app/contracts/jump-client-protocol.ts';
import { Statistics } from '#app/domain/statistics.ts';
import { EXIT } from './exit-codes.ts';
import type { FirstWelcome } from './jump-client.ts';
import { runJumpClient } from './run.ts';
import { runSubcommand } from './subcommands.ts';
import { createEventQueue } from './testing/event-queue.ts';
import { createSilentLog, type LogLine } from './testing/silent-log.ts';
import { aTemporaryFolder } from './testing/temporary-folder.ts';
import { REMOVAL_KEY, type Report, startTestAppliance } from './testing/test-appliance.ts';

/** A computer with a data folder, on which the whole program runs in this process. */
function aComputer() {
  const dataDir = aTemporaryFolder();
  const lines = createEventQueue<LogLine>();
  const log = createSilentLog(lines);
  function start(appliance: string | null, installerKey: string | null = 'key-1') {
    const stopping = new AbortController();
    const welcomes = createEventQueue<FirstWelcome>();
    const ended = runJumpClient(
      { command: 'run', appliance, installerKey, dataDir },
      { announce: welcomes.push, untilStopped: stopping.signal, log },
    );
    const settled = ended.then(
      () => 'ended',
      () => 'failed',
    );
    const stop = () => {
      stopping.abort();
      return settled;
    };
    onTestFinished(async () => void (await stop()));
    return { ended, stop, connected: () => welcomes.take() };
  }
  const identity = () => JSON.parse(readFileSync(join(dataDir, 'identity.json'), 'utf8'));
  const subcommand = (command: 'disable' | 'enable' | 'uninstall') =>
    runSubcommand({ command, dataDir }, log);
  return { dataDir, lines, start, identity, subcommand };
}

async function anAppliance(
  refuse: (handshake: JumpClientHandshake) => JumpClientRefusal | null = () => null,
  removalKey?: string,
) {
  const appliance = await startTestAppliance({ refuse, ...(removalKey !== undefined && { removalKey }) });
  onTestFinished(() => appliance.close());
  return appliance;
}

const isNamed = (name: Report['name']) => (report: Report) => report.name === name;

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

test('R1.12 uninstalled by its user, it tells the appliance, forgets who it was and ends', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  await running.connected();
  expect(await computer.subcommand('uninstall')).toContain('has been uninstalled');
  await appliance.reports.take(isNamed('jump-client:uninstall'));
  await running.ended;
  expect(existsSync(computer.dataDir)).toBe(false);
});

test('R1.12 uninstalled while it does not run, it connects once to tell the appliance', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  await running.connected();
  await running.stop();
  expect(await computer.subcommand('uninstall')).toContain('has been uninstalled');
  await appliance.reports.take(isNamed('jump-client:uninstall'));
  expect(existsSync(computer.dataDir)).toBe(false);
  await expect(computer.subcommand('uninstall')).rejects.toThrow('No Jump Client is installed');
});

test('R1.12 an uninstall that the appliance cannot be told of changes nothing', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  await running.connected();
  const socket = await appliance.connections.take();
  const gone = once(socket, 'disconnect');
  await appliance.close();
  await gone;
  await expect(computer.subcommand('uninstall')).rejects.toMatchObject({ exitCode: EXIT.failed });
  expect(computer.identity()).toMatchObject({ jumpClientId: 'jc-1' });
});

test('R1.9 told that it was removed, it takes note, ends its sessions and deletes what it has installed', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  const socket = await appliance.connections.take();
  await running.connected();
  await appliance.startSession(socket, 'token-1');
  const session = await appliance.sessions.joined.take();
  const sessionOver = once(session.socket, 'close');
  writeFileSync(join(computer.dataDir, 'of somebody else'), '');
  expect(await appliance.remove(socket)).toEqual({});
  await expect(running.ended).rejects.toMatchObject({ exitCode: EXIT.removed });
  await sessionOver;
  expect(readdirSync(computer.dataDir)).toEqual(['of somebody else']);
});

test('R1.12 removed while it was away, it is told when it comes back, and leaves nothing behind', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const first = computer.start(appliance.url);
  await first.connected();
  await first.stop();
  const later = await anAppliance(undefined, REMOVAL_KEY);
  await expect(computer.start(later.url).ended).rejects.toMatchObject({ exitCode: EXIT.removed });
  await later.removals.take();
  expect(existsSync(computer.dataDir)).toBe(false);
});

test('R1.9 what cannot be written down is not promised: it is told again, and uninstalls itself then', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  const socket = await appliance.connections.take();
  await running.connected();
  const inTheWay = join(computer.dataDir, 'identity.json.new');
  mkdirSync(inTheWay);
  const promised = vi.fn();
  socket.emit('jump-client:removed', { removalKey: REMOVAL_KEY }, promised);
  await computer.lines.take(({ msg }) => msg.startsWith('Told to uninstall itself, but'));
  rmdirSync(inTheWay);
  expect(await appliance.remove(socket)).toEqual({});
  expect(promised).not.toHaveBeenCalled();
  await expect(running.ended).rejects.toMatchObject({ exitCode: EXIT.removed });
});

test('who cannot show what its appliance promised does not get it to uninstall itself', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  computer.start(appliance.url);
  const socket = await appliance.connections.take();
  socket.emit('jump-client:removed', { removalKey: 'x'.repeat(43) }, () => undefined);
  await computer.lines.take(({ msg }) => msg.startsWith('Told to uninstall itself by somebody'));
  expect(await appliance.startSession(socket, 'token-1')).toEqual({ ok: true });
  expect(computer.identity()).toMatchObject({ jumpClientId: 'jc-1', uninstalling: false });
});

test('R1.9 a power cut while it uninstalls itself: the next start finishes that, and connects no more', async () => {
  const [computer, appliance] = [aComputer(), await anAppliance()];
  const running = computer.start(appliance.url);
  await running.connected();
  await running.stop();
  const cutShort = { ...computer.identity(), uninstalling: true };
  writeFileSync(join(computer.dataDir, 'identity.json'), JSON.stringify(cutShort));
  await expect(computer.start(appliance.url).ended).rejects.toMatchObject({ exitCode: EXIT.removed });
  expect(existsSync(computer.dataDir)).toBe(false);
  expect(appliance.handshakes.all).toHaveLength(1);
});

test('a refused installer key ends it with its own exit code and what to do', async () => {
  const appliance = await anAppliance(() => 'installer-key-refused');
  await expect(aComputer().start(appliance.url).ended).rejects.toMatchObject({
    exitCode: EXIT.refused,
    message: expect.stringContaining('--installer-key'),
  });
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
