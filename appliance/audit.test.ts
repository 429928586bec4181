import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { JumpItemId } from '#app/domain/ids.ts';
import { AuditFileProblem, openAuditFile } from './storage/audit-file.ts';
import { systemEnvironment } from './system-environment.ts';
import { next, startForTest, watchAll } from './testing/running-appliance.ts';

const SECRET = 's'.repeat(43);

function auditFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'audit.jsonl');
}
const linesIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const eventsIn = (file: string) => linesIn(file).map(({ event }) => event);

async function aBusyMoment(file: string) {
  const appliance = await startForTest(undefined, { auditLog: file });
  onTestFinished(() => appliance.close());
  await next(appliance.console('anna', 'wrong'), 'connect_error');
  const console = appliance.console('anna');
  await watchAll(console);
  const jump = { opId: crypto.randomUUID(), repeated: false, seen: { propertiesRev: 1, presenceRev: 1 } };
  await console.emitWithAck('jump-item:jump', { ...jump, jumpItemId: 'till' });
  const jumpClient = appliance.jumpClient(SECRET);
  await next(jumpClient, 'connect');
  await jumpClient.emitWithAck('jump-client:uninstall', {});
  await next(appliance.jumpClient('t'.repeat(43), 'guessed'), 'connect_error');
  return appliance;
}

test('sign-ins, refusals, jumps, registrations and uninstalls are written down, without a secret', async () => {
  const file = auditFile();
  const { announcement } = await aBusyMoment(file);
  expect(eventsIn(file)).toEqual([
    'appliance-started',
    'sign-in-refused',
    'signed-in',
    'command-refused',
    'jump-client-registered',
    'jump-client-uninstalled',
    'jump-client-refused',
  ]);
  const text = readFileSync(file, 'utf8');
  for (const { token } of announcement.accounts) expect(text).not.toContain(token);
  for (const { key } of announcement.installerKeys) expect(text).not.toContain(key);
  expect(text).not.toContain(SECRET);
});

test('R1.9 who removed and restored what, and which computer was told to uninstall itself', async () => {
  const file = auditFile();
  const appliance = await startForTest(undefined, { auditLog: file });
  onTestFinished(() => appliance.close());
  const console = appliance.console('anna');
  await watchAll(console);
  const opId = crypto.randomUUID();
  const items = [{ jumpItemId: 'till', seen: { propertiesRev: 1, presenceRev: 1 } }];
  await console.emitWithAck('jump-items:remove', {
    opId,
    repeated: false,
    part: { number: 1, of: 1 },
    items,
  });
  const undo = { opId: crypto.randomUUID(), repeated: false, undoneOpId: opId };
  await console.emitWithAck('jump-items:undo', undo);
  const jumpClient = appliance.jumpClient(SECRET);
  jumpClient.on('jump-client:removed', (_removed: unknown, acknowledge: (reply: object) => void) =>
    acknowledge({}),
  );
  const { jumpClientId } = await next<{ jumpClientId: string }>(jumpClient, 'jump-client:welcomed');
  const sentAway = next(jumpClient, 'disconnect');
  await appliance.core.jumpItems.remove(jumpClientId as JumpItemId);
  await sentAway;
  expect(linesIn(file).slice(2)).toMatchObject([
    { event: 'jump-item-removed', jumpItemId: 'till', representativeId: 'representative-anna' },
    { event: 'jump-item-restored', jumpItemId: 'till', representativeId: 'representative-anna' },
    { event: 'jump-client-registered', jumpItemId: jumpClientId },
    { event: 'jump-item-removed', jumpItemId: jumpClientId },
    { event: 'jump-client-told-to-uninstall', jumpItemId: jumpClientId },
  ]);
});

test('edits, creations, undos and refused items are written down: who, by which request, which items', async () => {
  const file = auditFile();
  const appliance = await startForTest(undefined, { auditLog: file });
  onTestFinished(() => appliance.close());
  const console = appliance.console('anna');
  const [opId, edit] = [crypto.randomUUID(), { part: { number: 1, of: 1 }, change: { tag: 'North' } }];
  const items = ['till', 'rdp', 'database'].map((jumpItemId) => ({
    jumpItemId,
    seen: { propertiesRev: 1, presenceRev: 1 },
  }));
  await console.emitWithAck('jump-items:edit', { opId, repeated: false, ...edit, items });
  const undo = { opId: crypto.randomUUID(), repeated: false, undoneOpId: opId };
  await console.emitWithAck('jump-items:undo', undo);
  const shortcut = {
    method: 'local-vnc',
    name: 'Scanner',
    hostname: 'scanner',
    port: null,
    jumpGroupId: 'all-users',
    tag: null,
    comments: '=secret',
  };
  const create = { opId: crypto.randomUUID(), repeated: false, shortcut };
  const created = await console.emitWithAck('jump-items:create-shortcut', create);
  const anna = { representativeId: 'representative-anna' };
  expect(linesIn(file).slice(2)).toMatchObject([
    { event: 'jump-items-edited', ...anna, request: 'jump-items:edit', jumpItemIds: ['till', 'rdp'] },
    {
      event: 'jump-items-refused',
      ...anna,
      request: 'jump-items:edit',
      refusedCount: 1,
      refused: [{ jumpItemId: 'database', code: 'client-not-found' }],
    },
    { event: 'jump-items-edited', ...anna, request: 'jump-items:undo', jumpItemIds: ['rdp', 'till'] },
    { event: 'jump-items-created', ...anna, jumpItemIds: [created.value.jumpItemId] },
  ]);
  expect(readFileSync(file, 'utf8')).not.toContain('secret');
});

test('who made a session key, who joined with it, who was invited, and how it ended', async () => {
  const file = auditFile();
  const appliance = await startForTest(undefined, { auditLog: file });
  onTestFinished(() => appliance.close());
  const [anna, ben] = [appliance.console('anna'), appliance.console('ben')];
  await Promise.all([next(anna, 'connect'), next(ben, 'connect')]);
  const { value } = await anna.emitWithAck('session-key:create', {});
  const computer = { name: '', hostname: 'home', platform: 'linux', operatingSystem: '', mode: 'user' };
  const handshake = { kind: 'session-key', protocol: 1, secret: SECRET, computer };
  await next(appliance.socketIo('/customer', { ...handshake, sessionKey: 'guessed' }), 'connect_error');
  const customer = appliance.socketIo('/customer', { ...handshake, sessionKey: value.sessionKey });
  customer.on('support-session:start', (_start: unknown, acknowledge: (answer: object) => void) =>
    acknowledge({ ok: true }),
  );
  await next(customer, 'support-session:welcomed');
  const command = () => ({ opId: crypto.randomUUID(), repeated: false, sessionId: value.sessionId });
  await anna.emitWithAck('support-session:invite', { ...command(), representativeId: 'representative-ben' });
  await ben.emitWithAck('support-session:end', command());
  const ended = next(customer, 'support-session:ended');
  await customer.emitWithAck('support-session:end', {});
  await ended;
  const { sessionId } = value;
  const [byAnna, byBen] = [
    { representativeId: 'representative-anna' },
    { representativeId: 'representative-ben' },
  ];
  expect(linesIn(file).slice(3)).toMatchObject([
    { event: 'session-key-created', sessionId, ...byAnna },
    { event: 'customer-refused', code: 'session-key-refused', address: '127.0.0.1' },
    { event: 'session-started', sessionId, ...byAnna, jumpItemId: null, withCustomer: true },
    { event: 'session-joined', sessionId, ...byBen },
    { event: 'session-left', sessionId, ...byBen },
    { event: 'session-ended', sessionId, ...byAnna },
  ]);
  expect(readFileSync(file, 'utf8')).not.toContain(value.sessionKey);
});

test('a log that was changed is not gone on with', () => {
  const file = auditFile();
  const { digest } = systemEnvironment;
  openAuditFile(file, digest).close();
  writeFileSync(file, '{"seq":1}\n');
  expect(() => openAuditFile(file, digest)).toThrow(AuditFileProblem);
});
