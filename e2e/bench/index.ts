// `npm run bench`: how fast the console is, beside a floor that does the barest of the same, in real Electron.
import { loadavg } from 'node:os';
import type { Measurement } from './measurement.ts';
import { OptionsError, parseOptions, USAGE } from './options.ts';
import { createResultsFile } from './results-file.ts';
import { runBench } from './run-bench.ts';
import { summarize } from './summary.ts';
import { formatTable } from './table.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const results = createResultsFile(new Date());
  const measurements: Measurement[] = [];
  const print = options.json ? say : (text: string) => process.stdout.write(`${text}\n`);
  const bench = runBench({
    options,
    results,
    onRun: (items, run, side) =>
      say(
        `${items.toLocaleString('en')} items, run ${run} of ${options.runs}: ${side} (load ${loadavg()[0]?.toFixed(1)})`,
      ),
    onMeasurement: (measurement) => {
      measurements.push(measurement);
      results.add(measurement);
      if (options.json) process.stdout.write(`${JSON.stringify(measurement)}\n`);
    },
  });
  // What was measured before something failed is worth showing, too.
  await bench.finally(() => print(`\n${formatTable(summarize(measurements))}\n\n${results.path}`));
}

main().catch((error: unknown) => {
  if (error instanceof OptionsError) say(`${error.message}\n\n${USAGE}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof OptionsError ? 2 : 1;
});
