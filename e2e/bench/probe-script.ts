import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../fixtures/repository-root.ts';
import type { Surface } from './in-page/surface.ts';

/** The script that puts the probe into a page and begins to watch how its list of so many items comes up. */
export function probeScript(surface: Surface, total: number): string {
  const source = readFileSync(join(repositoryRoot, 'out/bench-in-page/index.js'), 'utf8');
  return `${source}\ninstallBenchProbe(${JSON.stringify(surface)}, ${total});`;
}
