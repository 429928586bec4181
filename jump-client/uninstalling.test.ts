import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { EXIT } from './exit-codes.ts';
import { aComputer, anAppliance, isNamed } from './testing/computer-fixture.ts';
import { REMOVAL_KEY } from './testing/test-appliance.ts';

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
