import { expect, test } from 'vitest';
import { createTourSteps, promise, tourTable } from './tour-steps.ts';

function setUp() {
  let now = 0;
  const taken: string[] = [];
  const steps = createTourSteps({
    now: () => now,
    after: async (place, step) => void taken.push(`${place}-${step}`),
  });
  const work = async (milliseconds: number) => {
    now += milliseconds;
    return 'done';
  };
  return { steps, taken, work };
}

test('a step is timed, and followed by its pictures', async () => {
  const { steps, taken, work } = setUp();
  await steps.run('open', () => work(120));
  await steps.run('search', () => work(7));
  expect(steps.outcomes).toEqual([
    { step: 'open', outcome: 'passed', milliseconds: 120, detail: 'done' },
    { step: 'search', outcome: 'passed', milliseconds: 7, detail: 'done' },
  ]);
  expect(taken).toEqual(['1-open', '2-search']);
});

test('after a step that failed nothing more is tried', async () => {
  const { steps, taken, work } = setUp();
  await steps.run('open', async () => {
    await work(3);
    promise(false, 'The list is empty.');
    return '';
  });
  await steps.run('search', () => work(7));
  expect(steps.outcomes).toEqual([
    { step: 'open', outcome: 'failed', milliseconds: 3, detail: 'The list is empty.' },
    { step: 'search', outcome: 'not-run', milliseconds: 0, detail: '' },
  ]);
  expect(taken).toEqual([]);
});

test('the table has a line a step, and only the first line of what went wrong', () => {
  expect(
    tourTable([
      { step: 'open', outcome: 'passed', milliseconds: 1_204, detail: '300 Jump Items total.' },
      { step: 'search', outcome: 'failed', milliseconds: 7, detail: 'no row\nat line 3' },
      { step: 'end', outcome: 'not-run', milliseconds: 0, detail: '' },
    ]),
  ).toBe('passed  open      1204 ms  300 Jump Items total.\nfailed  search       7 ms  no row\nnot-run end');
});
