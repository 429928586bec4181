import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningAppliance, startAppliance } from '../fixtures/running-appliance.ts';
import { type RunningJumpClient, startJumpClient } from '../fixtures/running-jump-client.ts';
import { type FleetFile, smallFleet } from '../fixtures/small-fleet.ts';
import { type Floor, startFloor } from './floor-side.ts';

/** What the probes share: an appliance, Jump Clients as many as they ask for, and the floor. */
export type BenchStand = {
  readonly folder: string;
  inFolder(name: string): string;
  readonly appliance: RunningAppliance;
  readonly floor: Floor;
  startComputer(): Promise<RunningJumpClient>;
  say(text: string): void;
  /** Ends what was started, the last one first. */
  onEnd(stop: () => unknown): void;
  end(): Promise<void>;
};

/** As many sit at consoles at once. */
export const REPRESENTATIVES = ['rep-1', 'rep-2', 'rep-3', 'rep-4'] as const;

const fleet: FleetFile = {
  ...smallFleet,
  teams: ['Field Support', 'Linux Admins'],
  accounts: [
    ...(smallFleet.accounts ?? []),
    ...REPRESENTATIVES.map((username) => ({
      username,
      displayName: username,
      rights: ['jump-to-jump-items' as const],
      teams: [],
    })),
  ],
};

export async function createBenchStand(): Promise<BenchStand> {
  const folder = mkdtempSync(join(tmpdir(), 'jump-console-bench-'));
  const inFolder = (name: string) => join(folder, name);
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const end = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  writeFileSync(inFolder('fleet.json'), JSON.stringify(fleet));
  const appliance = await startAppliance({ fleet: inFolder('fleet.json') });
  stops.push(() => appliance.program.stop());
  const floor = await startFloor({ source: inFolder('source'), target: inFolder('floor-target') });
  stops.push(() => floor.program.stop());
  let computers = 0;
  return {
    folder,
    inFolder,
    appliance,
    floor,
    async startComputer() {
      computers += 1;
      const computer = await startJumpClient({
        applianceUrl: appliance.url,
        installerKey: appliance.installerKey(),
        folder: inFolder(`computer-${computers}`),
      });
      stops.push(() => computer.program.stop());
      return computer;
    },
    say: (text) => void process.stdout.write(`${text}\n`),
    onEnd: (stop) => void stops.push(stop),
    end,
  };
}
