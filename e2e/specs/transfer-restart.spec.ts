import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import * as paths from 'node:path';
import { expect } from 'playwright/test';
import type { TransferOrder } from '#app/contracts/file-transfer.ts';
import type { Disk } from '#app/file-transfer/disk.ts';
import { createMessageChannel } from '#app/file-transfer/message-channel.ts';
import { receiveFile, sendFile, type TransferProgress } from '#app/file-transfer/transfer-file.ts';
import { type BenchSession, openBenchSession } from '../bench-session/session-side.ts';
import { test } from '../fixtures/console-test.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { startJumpClient } from '../fixtures/running-jump-client.ts';

const SIZE = 300_000_000;

/** `large.bin` from one folder into the other, as a console orders it. */
async function transfer(
  { endpoint }: BenchSession,
  way: 'get' | 'put',
  { from, to }: { from: string; to: string },
  onProgress: TransferProgress,
): Promise<void> {
  const sha256 = () => createHash('sha256');
  const disk: Disk = { files, paths, home: from, sha256, now: Date.now, isWindows: false };
  const channel = createMessageChannel(endpoint.open({ service: 'file-transfer', use: 'transfer' }));
  const name = 'large.bin';
  const order: TransferOrder =
    way === 'get'
      ? { order: 'get', folder: from, name }
      : { order: 'put', folder: to, name, ifExists: 'refuse' };
  await channel.say(order);
  if (way === 'put') await sendFile(disk, { folder: from, name }, channel, onProgress);
  else {
    const receiving = { folder: to, name, ifExists: 'refuse', inWork: new Set<string>() } as const;
    await receiveFile(disk, receiving, channel, onProgress);
  }
}

function partialIn(folder: string): { name: string; size: number } | null {
  const name = readdirSync(folder).find((each) => each.endsWith('.part'));
  return name === undefined ? null : { name, size: statSync(paths.join(folder, name)).size };
}

for (const way of ['get', 'put'] as const)
  test(`an appliance that restarts in the middle of ${way === 'get' ? 'a download' : 'an upload'} costs no byte`, async ({
    appliance,
    jumpClient,
    whenDone,
  }, testInfo) => {
    const [from, to] = [testInfo.outputPath('from'), testInfo.outputPath('to')];
    for (const folder of [from, to]) mkdirSync(folder, { recursive: true });
    const content = randomBytes(SIZE);
    writeFileSync(paths.join(from, 'large.bin'), content);
    const session = await openBenchSession(appliance, jumpClient.jumpClientId);
    let isKilled = false;
    const first = transfer(session, way, { from, to }, ({ done }) => {
      if (isKilled || done < SIZE / 10) return;
      isKilled = true;
      process.kill(appliance.program.processId, 'SIGKILL');
    });
    const outcome = first.then(
      () => 'done',
      () => 'lost',
    );
    await appliance.program.ended;
    session.close();
    expect(await outcome).toBe('lost');
    await jumpClient.program.stop();
    const left = partialIn(to)?.size ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(SIZE);
    expect(readdirSync(to)).toHaveLength(1);

    // On memory storage nothing of it is known any more: the computer comes back as a new one, with the same files.
    const fleet = testInfo.outputPath('fleet.json');
    const again = await startAppliance({ fleet }, appliance.port);
    whenDone('appliance-again', again.program.log, () => again.program.stop());
    const computer = await startJumpClient({
      applianceUrl: again.url,
      installerKey: again.installerKey(),
      folder: testInfo.outputPath('computer-again'),
    });
    whenDone('jump-client-again', computer.program.log, () => computer.program.stop());
    const second = await openBenchSession(again, computer.jumpClientId);
    let resumedAt = 0;
    await transfer(second, way, { from, to }, (progress) => {
      resumedAt = progress.resumedAt;
    });
    second.close();
    expect(resumedAt).toBe(left);
    expect(readFileSync(paths.join(to, 'large.bin')).equals(content)).toBe(true);
    expect(readdirSync(to)).toEqual(['large.bin']);
  });
