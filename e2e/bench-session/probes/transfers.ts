import { rm } from 'node:fs/promises';
import type { RunningJumpClient } from '../../fixtures/running-jump-client.ts';
import type { BenchStand } from '../bench-stand.ts';
import { watchPrograms } from '../programs.ts';
import type { BenchSession } from '../session-side.ts';
import { transfer } from '../transfer.ts';

const MIB = 1024 * 1024;

/** One file each way, beside a bare TCP copy. */
export async function probeTransfers(
  stand: BenchStand,
  session: BenchSession,
  computer: RunningJumpClient,
  { mebibytes, runs }: { mebibytes: number; runs: number },
): Promise<void> {
  const { floor, inFolder } = stand;
  const programs = {
    console: process.pid,
    appliance: stand.appliance.program.processId,
    'Jump Client': computer.program.processId,
  };
  for (let number = 1; number <= runs; number += 1) {
    stand.say(`run ${number} of ${runs}, ${mebibytes} MiB`);
    for (const way of ['get', 'put'] as const) {
      const stopWatchingFloor = watchPrograms({ floor: floor.program.processId, copier: process.pid });
      const bare = await timed(() => floor.copy(way, inFolder(way === 'get' ? 'floor-copy' : 'source')));
      const bareUse = Object.values(stopWatchingFloor());
      const stopWatching = watchPrograms(programs);
      const ours = await timed(() => transfer(session, stand.folder, way));
      const use = Object.entries(stopWatching());
      const [rate, bareRate] = [mebibytes / ours, mebibytes / bare];
      const grown = use.map(([name, { grownBytes }]) => `${name} +${Math.round(grownBytes / MIB)}`);
      const worked = use.map(([name, { cpuSeconds }]) => `${name} ${cpuSeconds.toFixed(1)}`);
      const bareWorked = bareUse.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
      stand.say(
        `  ${way === 'get' ? 'download' : 'upload'}: ${rate.toFixed(0)} MiB/s, bare TCP copy ${bareRate.toFixed(0)} MiB/s: ` +
          `${((100 * rate) / bareRate).toFixed(0)} % (goal 50 %); memory ${grown.join(', ')} MiB; ` +
          `processor ${worked.join(', ')} s, bare ${bareWorked.toFixed(1)} s`,
      );
      for (const name of ['floor-copy', 'floor-target', 'copy']) await rm(inFolder(name), { force: true });
    }
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now();
  await work();
  return (performance.now() - at) / 1_000;
}
