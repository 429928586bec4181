// `npm run bench:session`: how fast a support session is, beside a floor that does the barest of the same.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as paths from 'node:path';
import { parseArgs } from 'node:util';
import type { TransferOrder } from '#app/contracts/file-transfer.ts';
import type { Disk } from '#app/file-transfer/disk.ts';
import { createMessageChannel } from '#app/file-transfer/message-channel.ts';
import { receiveFile, sendFile } from '#app/file-transfer/transfer-file.ts';
import { quantile } from '../bench/quantile.ts';
import { startAppliance } from '../fixtures/running-appliance.ts';
import { startJumpClient } from '../fixtures/running-jump-client.ts';
import { smallFleet } from '../fixtures/small-fleet.ts';
import { startFloor } from './floor-side.ts';
import { type EchoingTerminal, timeKeystrokes } from './keystrokes.ts';
import { watchMemory } from './memory.ts';
import { type BenchSession, openBenchSession } from './session-side.ts';

const MIB = 1024 * 1024;
const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    keys: { type: 'string', default: '400' },
    runs: { type: 'string', default: '3' },
  },
});
const [mebibytes, keys, runs] = [Number(values.mebibytes), Number(values.keys), Number(values.runs)];

const folder = mkdtempSync(paths.join(tmpdir(), 'jump-console-bench-'));
const inFolder = (name: string) => paths.join(folder, name);
const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
const say = (text: string) => process.stdout.write(`${text}\n`);

const disk: Disk = {
  files,
  paths,
  home: folder,
  sha256: () => createHash('sha256'),
  isWindows: false,
};

try {
  await run();
} finally {
  for (const stop of stops.reverse()) await stop();
}

async function run(): Promise<void> {
  await writeLargeFile(inFolder('source'));
  writeFileSync(inFolder('fleet.json'), JSON.stringify(smallFleet));
  const appliance = await startAppliance({ fleet: inFolder('fleet.json') });
  stops.push(() => appliance.program.stop());
  const jumpClient = await startJumpClient({
    applianceUrl: appliance.url,
    installerKey: appliance.installerKey(),
    folder: inFolder('computer'),
  });
  stops.push(() => jumpClient.program.stop());
  const floor = await startFloor({ source: inFolder('source'), target: inFolder('floor-target') });
  stops.push(() => floor.program.stop());
  const session = await openBenchSession(appliance, jumpClient.jumpClientId);
  stops.push(() => session.close());

  const programs = {
    console: process.pid,
    appliance: appliance.program.processId,
    'Jump Client': jumpClient.program.processId,
  };
  for (let number = 1; number <= runs; number += 1) {
    say(`run ${number} of ${runs}, ${mebibytes} MiB`);
    for (const way of ['get', 'put'] as const) {
      const bare = await timed(() => floor.copy(way, inFolder(way === 'get' ? 'floor-copy' : 'source')));
      const stopWatching = watchMemory(programs);
      const ours = await timed(() => transfer(session, way));
      const grown = Object.entries(stopWatching()).map(
        ([name, bytes]) => `${name} +${Math.round(bytes / MIB)}`,
      );
      const [rate, bareRate] = [mebibytes / ours, mebibytes / bare];
      say(
        `  ${way === 'get' ? 'download' : 'upload'}: ${rate.toFixed(0)} MiB/s, bare TCP copy ${bareRate.toFixed(0)} MiB/s: ` +
          `${((100 * rate) / bareRate).toFixed(0)} % (goal 50 %); memory ${grown.join(', ')} MiB`,
      );
      for (const name of ['floor-copy', 'floor-target', 'copy']) await rm(inFolder(name), { force: true });
    }
  }
  const terminal = await openShell(session);
  const bareTerminal = await floor.openTerminal();
  stops.push(() => bareTerminal.close());
  report('echo', await timeKeystrokes(terminal, keys), await timeKeystrokes(bareTerminal, keys));
  const transferring = transfer(session, 'get');
  report('echo during a download', await timeKeystrokes(terminal, Math.ceil(keys / 4)), null);
  await transferring;
}

async function transfer({ endpoint }: BenchSession, way: 'get' | 'put'): Promise<void> {
  const channel = createMessageChannel(endpoint.open({ service: 'file-transfer', use: 'transfer' }));
  const order: TransferOrder =
    way === 'get'
      ? { order: 'get', folder, name: 'source' }
      : { order: 'put', folder, name: 'copy', ifExists: 'replace' };
  await channel.say(order);
  if (way === 'put') await sendFile(disk, { folder, name: 'source' }, channel, () => undefined);
  else {
    const receiving = { folder, name: 'copy', ifExists: 'replace', inWork: new Set<string>() } as const;
    await receiveFile(disk, receiving, channel, () => undefined);
  }
  channel.close();
}

/** A Command Shell in which `cat` runs: what echoes is the terminal itself, as on the floor. */
async function openShell({ endpoint }: BenchSession): Promise<EchoingTerminal> {
  const channel = endpoint.open({ service: 'command-shell', columns: 80, rows: 24 });
  let shown = '';
  let onData = () => {};
  channel.listener = {
    data(bytes) {
      shown += new TextDecoder().decode(bytes);
      channel.consumed(bytes.length);
      onData();
    },
  };
  const type = (bytes: Uint8Array) => void channel.send(bytes);
  const ready = new Promise<void>((resolve) => {
    onData = () => {
      if (shown.includes('ready-42')) resolve();
    };
  });
  type(new TextEncoder().encode('echo ready-$((6*7)); exec cat\r'));
  await ready;
  return {
    type,
    onData(listen) {
      onData = listen;
    },
  };
}

function report(what: string, times: readonly number[], bare: readonly number[] | null): void {
  const p = (sample: readonly number[], share: number) => quantile(sample, share).toFixed(1);
  const floorText =
    bare === null ? '' : `; bare pty over bare Socket.IO p50 ${p(bare, 0.5)} ms, p95 ${p(bare, 0.95)} ms`;
  say(`${what}: p50 ${p(times, 0.5)} ms, p95 ${p(times, 0.95)} ms (goal p95 30 ms)${floorText}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now();
  await work();
  return (performance.now() - at) / 1_000;
}

async function writeLargeFile(path: string): Promise<void> {
  const piece = randomBytes(MIB);
  const file = await open(path, 'w');
  for (let number = 0; number < mebibytes; number += 1) await file.write(piece);
  await file.close();
}
