import { LOAD_HISTORY_MS, LOAD_SAMPLE_MS, type LoadSample } from '#app/domain/statistics-history.ts';
import type { SparklinePoint } from '../../ui/sparkline.tsx';

/** One load of a sample; null: not known. */
export type LoadOf = (sample: LoadSample) => number | null;

/** Samples that are further apart than this have something missing between them. */
const GAP_MS = 2.5 * LOAD_SAMPLE_MS;

/**
 * The last hour of one load as lines from left to right: where nothing was known, one ends and the next begins.
 * @param now on the appliance's clock
 */
export function loadLines(samples: readonly LoadSample[], loadOf: LoadOf, now: number): SparklinePoint[][] {
  const from = now - LOAD_HISTORY_MS;
  const lines: SparklinePoint[][] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const sample of samples) {
    const { at } = sample;
    const percent = loadOf(sample);
    if (percent === null || at < from || at > now) continue;
    if (at - lastAt > GAP_MS) lines.push([]);
    lines.at(-1)?.push({ x: (at - from) / LOAD_HISTORY_MS, y: percent / 100 });
    lastAt = at;
  }
  return lines;
}

/** Between what it was in the last hour; null where nothing is known. */
export function loadRange(
  samples: readonly LoadSample[],
  loadOf: LoadOf,
  now: number,
): { low: number; high: number } | null {
  const known = samples.flatMap((sample) =>
    now - sample.at <= LOAD_HISTORY_MS ? (loadOf(sample) ?? []) : [],
  );
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}
