import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { FILE_COLUMN_IDS, FILE_COLUMNS } from '#app/domain/file-columns.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { DRY_RUN_LINES } from './console-files.ts';
import { FIGURES } from './goals.ts';
import type { Finding } from './measurement.ts';

/** The barest of the same in Node: the rows' cells through csv-stringify into a file, and a file through csv-parse. */
export function measureFloorFiles(items: readonly JumpItem[]): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'jump-console-bench-files-'));
  try {
    const path = join(folder, 'items.csv');
    const cells = FILE_COLUMN_IDS.map((id) => FILE_COLUMNS[id].cell);
    const exported = timed(() => {
      const rows = items.map((item) => cells.map((cell) => cell(item, item.jumpGroupId)));
      writeFileSync(path, stringify(rows));
    });
    writeFileSync(path, stringify(parse(readFileSync(path, 'utf8')).slice(0, DRY_RUN_LINES)));
    const checked = timed(() => parse(readFileSync(path, 'utf8')));
    return [
      { figure: FIGURES.exportCsv, unit: 'ms', values: [exported] },
      { figure: FIGURES.dryRun, unit: 'ms', values: [checked] },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
