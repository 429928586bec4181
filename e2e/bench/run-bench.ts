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
import { probeScroll } from './probes/scroll.ts';
import { probeSearch } from './probes/search.ts';
import { probeSort } from './probes/sort.ts';
import { SearchExpectations } from './queries.ts';
import type { ResultsFile } from './results-file.ts';
import type { Side } from './side.ts';

/** Which made-up site: the same rows on both sides, today and tomorrow. */
const SEED = 7;

/** In the order in which they run: memory before anything has stirred the list. */
const WINDOW_PROBES = {
  memory: probeMemory,
  search: probeSearch,
  sort: probeSort,
  scroll: probeScroll,
  changes: probeChanges,
} satisfies Record<Exclude<ProbeName, 'launch'>, Probe>;

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
    for (const side of sides) await side.timeLaunch();
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
  const { side, rows, run } = once;
  const report = (findings: readonly Finding[]) => {
    for (const finding of findings) {
      bench.onMeasurement({ ...finding, side: side.name, items: rows.length, run });
    }
  };
  if (bench.options.probes.includes('launch')) report(await probeLaunch(side));
  if (bench.options.probes.some((name) => name !== 'launch')) await probeWindow(bench, once, report);
}

async function probeWindow(
  { options, results }: Bench,
  { side, rows, expectations, run }: Run,
  report: (findings: readonly Finding[]) => void,
): Promise<void> {
  const window = await side.launch();
  const { page } = window;
  try {
    for (const [name, probe] of Object.entries(WINDOW_PROBES)) {
      if (!options.probes.some((chosen) => chosen === name)) continue;
      const measure = () => probe({ window, page, side, items: rows, expectations });
      const profile = results.besideIt(`${side.name}-${rows.length}-${run}-${name}.cpuprofile`);
      report(await (options.profile ? withCpuProfile(page, profile, measure) : measure()));
    }
  } finally {
    await window.close();
  }
}
