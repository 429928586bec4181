import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { AuditFileProblem, openAuditFile } from './storage/audit-file.ts';
import { systemEnvironment } from './system-environment.ts';
import { next, startForTest, watchAll } from './testing/running-appliance.ts';

const SECRET = 's'.repeat(43);

function auditFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'audit.jsonl');
}
const eventsIn = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).event);

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

test('a log that was changed is not gone on with', () => {
  const file = auditFile();
  const { digest } = systemEnvironment;
  openAuditFile(file, digest).close();
  writeFileSync(file, '{"seq":1}\n');
  expect(() => openAuditFile(file, digest)).toThrow(AuditFileProblem);
});
