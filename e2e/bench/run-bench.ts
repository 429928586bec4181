import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { benchItems } from './bench-items.ts';
import { startConsoleSide } from './console-side.ts';
import { withCpuProfile } from './cpu-profile.ts';
import { startFloorSide } from './floor-side.ts';
import type { Finding, Measurement, ProbeName, SideName } from './measurement.ts';
import type { BenchOptions } from './options.ts';
import { probeChanges } from './probes/changes.ts';
import { probeLaunch } from './probes/launch.ts';
import { probeMemory } from './probes/memory.ts';
import type { Probe } from './probes/probe.ts';
import { probeProperties } from './probes/properties.ts';
import { probeScroll } from './probes/scroll.ts';
import { probeSearch } from './probes/search.ts';
import { probeSort } from './probes/sort.ts';
import { probeStream } from './probes/stream.ts';
import { SearchExpectations } from './queries.ts';
import type { ResultsFile } from './results-file.ts';
import type { Side } from './side.ts';

/** Which made-up site: the same rows on both sides, today and tomorrow. */
const SEED = 7;

/** Each in the same window, in this order: memory before anything has stirred the list. */
const WINDOW_PROBES: readonly { readonly name: ProbeName; readonly probe: Probe }[] = [
  { name: 'memory', probe: probeMemory },
  { name: 'search', probe: probeSearch },
  { name: 'sort', probe: probeSort },
  { name: 'scroll', probe: probeScroll },
  { name: 'changes', probe: probeChanges },
  { name: 'properties', probe: probeProperties },
  // Last: of 100,000 items nearly each is out of date afterwards, and is told for some while yet.
  { name: 'stream', probe: probeStream },
];

type Bench = {
  readonly options: BenchOptions;
  readonly results: Pick<ResultsFile, 'besideIt'>;
  readonly onRun: (items: number, run: number, side: SideName) => void;
  readonly onMeasurement: (measurement: Measurement) => void;
};

/** Measures every size, in turn on the console and on its floor, so that the machine's noise hits both. */
export async function runBench(bench: Bench): Promise<void> {
  const profiles = mkdtempSync(join(tmpdir(), 'jump-console-bench-'));
  try {
    for (const items of bench.options.items) await benchSize(bench, items, profiles);
  } finally {
    rmSync(profiles, { recursive: true, force: true });
  }
}

async function benchSize(bench: Bench, items: number, profiles: string): Promise<void> {
  const { options } = bench;
  const rows = benchItems(items, SEED);
  const expectations = new SearchExpectations(rows);
  const sides: Side[] = [];
  try {
    for (const name of options.sides) sides.push(await startSide(name, items, profiles, options));
    // The first launch of a profile writes caches that every later one finds: it is not measured.
    for (const side of sides) await side.timeLaunch(null);
    for (let run = 1; run <= options.runs; run += 1) {
      for (const side of sides) {
        bench.onRun(items, run, side.name);
        await benchOnce(bench, { side, rows, expectations, run });
      }
    }
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
  }
}

function startSide(
  name: SideName,
  items: number,
  profiles: string,
  { slowFloor }: BenchOptions,
): Promise<Side> {
  const profile = join(profiles, `${name}-${items}`);
  if (name === 'console') return startConsoleSide({ items, seed: SEED, profile });
  return startFloorSide({ items, seed: SEED, profile, slowMs: slowFloor });
}

type Run = {
  readonly side: Side;
  readonly rows: readonly JumpItem[];
  readonly expectations: SearchExpectations;
  readonly run: number;
};

async function benchOnce(bench: Bench, once: Run): Promise<void> {
  const { options, results, onMeasurement } = bench;
  const { side, rows, run } = once;
  const report = (findings: readonly Finding[]) => {
    for (const finding of findings) onMeasurement({ ...finding, side: side.name, items: rows.length, run });
  };
  const profilePath = (name: ProbeName) =>
    options.profile ? results.besideIt(`${side.name}-${rows.length}-${run}-${name}.cpuprofile`) : null;

  if (options.probes.includes('launch')) report(await probeLaunch(side, profilePath('launch')));
  if (options.probes.includes('files')) report(await side.measureFiles(rows));
  const chosen = WINDOW_PROBES.filter(({ name }) => options.probes.includes(name));
  if (chosen.length === 0) return;
  const window = await side.launch();
  const context = { window, page: window.page, side, items: rows, expectations: once.expectations };
  try {
    for (const { name, probe } of chosen) {
      report(await withCpuProfile(window.page, profilePath(name), () => probe(context)));
    }
  } finally {
    await window.close();
  }
}
