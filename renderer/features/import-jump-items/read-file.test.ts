import { expect, test, vi } from 'vitest';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import { FileTransferId } from '#app/contracts/jump-item-files.ts';
import type { FileLine } from '#app/domain/file-columns.ts';
import type { ImportLine } from './import-lines.ts';
import { readFile } from './read-file.ts';

const importId = FileTransferId.parse('11111111-1111-4111-8111-111111111111');

/** A file of so many lines a page; a line takes a millisecond. */
function setUp(pages: readonly number[], isGivenUp = () => false, pauses: number[] = []) {
  let now = 0;
  const slices: number[] = [];
  const readImportLines = vi.fn<ConsoleApi['readImportLines']>();
  pages.forEach((count, place) => {
    const lines = Array.from({ length: count }, (_, line): FileLine => ({ line, cells: {}, fault: null }));
    const isLast = place === pages.length - 1;
    const linesJson = JSON.stringify(lines);
    readImportLines.mockResolvedValueOnce({
      ok: true,
      value: { state: 'read', linesJson, isLast, progress: (place + 1) / pages.length },
    });
  });
  const done = readFile({
    api: { readImportLines },
    importId,
    plan(source): ImportLine {
      now += 1;
      const planned = { line: source.line, name: '', verdict: 'unchanged' } as const;
      return { planned, source, refusal: null, isDone: false };
    },
    onLines: (lines) => slices.push(lines.length),
    isGivenUp,
    now: () => now,
    async pause() {
      pauses.push(now);
    },
  });
  return { done, slices, pauses, readImportLines };
}

test('R1.4 a file is planned in slices, however its pages are cut, and each is shown before the next', async () => {
  const { done, slices, pauses } = setUp([50, 10, 30]);
  expect(await done).toBeNull();
  expect(slices).toEqual([20, 20, 20, 20, 10]);
  expect(pauses).toEqual([20, 40, 60, 80]);
});

test('R1.4 main is asked for no more once the dialog is closed', async () => {
  const paused: number[] = [];
  const { done, slices, readImportLines } = setUp([30, 30, 30], () => paused.length > 0, paused);
  expect(await done).toBeNull();
  expect(slices[0]).toBe(20);
  expect(readImportLines).toHaveBeenCalledTimes(2);
});
