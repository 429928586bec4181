import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../fixtures/repository-root.ts';
import type { Measurement } from './measurement.ts';

export type ResultsFile = {
  readonly path: string;
  /** Writes one measurement as one line, at once: what was measured survives a run that is broken off. */
  add(measurement: Measurement): void;
  /** Where to put a profile that belongs to these results. */
  besideIt(name: string): string;
};

/** A new file in `bench-results/`, named after the moment. */
export function createResultsFile(now: Date): ResultsFile {
  const folder = join(repositoryRoot, 'bench-results');
  const stem = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const path = join(folder, `${stem}.jsonl`);
  mkdirSync(folder, { recursive: true });
  return {
    path,
    add: (measurement) => appendFileSync(path, `${JSON.stringify(measurement)}\n`),
    besideIt: (name) => join(folder, `${stem}-${name}`),
  };
}
