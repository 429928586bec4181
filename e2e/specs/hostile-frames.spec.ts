import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'playwright/test';
import { encodeFrame } from '#app/session-channel/frame.ts';
import { openBenchSession } from '../bench-session/session-side.ts';
import { openEcho } from '../bench-session/shells.ts';
import { test } from '../fixtures/console-test.ts';
import { startHostileComputer } from '../fixtures/hostile-computer.ts';

const FRAMES = 100_000;
const MIB = 1024 * 1024;

function residentBytes(processId: number): number {
  return Number(readFileSync(`/proc/${processId}/statm`, 'utf8').split(' ')[1]) * 4_096;
}

/** A frame of any kind, class and channel, with some bits of its header turned and a body of random bytes. */
function mutatedFrame(): Uint8Array<ArrayBuffer> {
  const random = randomBytes(16);
  const bytes = Uint8Array.from(randomBytes(random[0] ?? 0));
  const message = encodeFrame({
    kind: 'data',
    channel: random.readUInt16BE(2),
    offset: random[1] ?? 0,
    bytes,
  });
  for (const at of [0, (random[4] ?? 0) % 13]) message[at] = (message[at] ?? 0) ^ (random[5] ?? 0);
  return (random[6] ?? 0) < 32 ? message.slice(0, (random[7] ?? 0) % message.length) : message;
}

test('a hundred thousand mutated frames pass the appliance: it keeps none of them, and other sessions go on', async ({
  appliance,
  jumpClient,
  whenDone,
}) => {
  const computer = await startHostileComputer({
    applianceUrl: appliance.url,
    installerKey: appliance.installerKey(),
    hostname: 'hostile',
  });
  whenDone(
    'hostile-computer',
    () => '',
    async () => computer.stop(),
  );
  const other = await openBenchSession(appliance, jumpClient.jumpClientId);
  const echo = await openEcho(other);
  const item = (await appliance.jumpItems()).find(({ name }) => name === computer.name);
  let received = 0;
  const console = await openBenchSession(appliance, item?.id ?? '', 'ben', (endpoint, frame) => {
    if (received === 0) endpoint.receive(frame); // its greeting; what follows is only counted
    received += 1;
  });
  console.endpoint.open({ service: 'command-shell', columns: 80, rows: 24 });
  console.endpoint.open({ service: 'system-information' });
  const session = await computer.session();
  const before = residentBytes(appliance.program.processId);
  let most = before;
  for (let sent = 0; sent < FRAMES; sent += 1_000) {
    for (let count = 0; count < 1_000; count += 1) session.sendRaw(mutatedFrame());
    await expect.poll(() => received, { intervals: [5] }).toBe(1 + sent + 1_000);
    most = Math.max(most, residentBytes(appliance.program.processId));
  }
  expect(most - before).toBeLessThan(50 * MIB);
  const echoed = new Promise<void>((resolve) => echo.onData(resolve));
  echo.type(new TextEncoder().encode('x'));
  await echoed;
  for (const one of [other, console]) one.close();
});
