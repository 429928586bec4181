import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkTally, failedStage, playwrightTally, summarize, vitestTally } from './tally.mjs';

let folder;
let reports = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tally-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content) {
  reports += 1;
  const file = join(folder, `${reports}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitestReport = (parts = {}) =>
  report({
    numPassedTests: 7,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...parts,
  });
const playwrightReport = (stats, errors = []) =>
  report({ stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });

describe('a unit test run', () => {
  test('counts its tests', () => {
    expect(vitestTally('Unit', 1, vitestReport({ numFailedTests: 2 }))).toMatchObject({
      passed: 7,
      failed: 2,
    });
  });

  test('counts a file that could not be loaded as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestTally('Unit', 1, vitestReport({ testResults }))).toMatchObject({ passed: 7, failed: 1 });
  });

  test('that failed although no test did is a failure', () => {
    expect(vitestTally('Unit', 1, vitestReport())).toMatchObject({ passed: 7, failed: 1 });
  });

  test('without a report, or with half of one, is a failure', () => {
    expect(vitestTally('Unit', 0, join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 });
    expect(vitestTally('Unit', 0, report('{"numPassed'))).toMatchObject({ passed: 0, failed: 1 });
  });

  test('of no test at all is a failure', () => {
    expect(vitestTally('Unit', 0, vitestReport({ numPassedTests: 0 }))).toMatchObject({ failed: 1 });
  });
});

describe('an end-to-end run', () => {
  test('counts its tests', () => {
    expect(playwrightTally('E2e', 0, playwrightReport({ skipped: 1 }))).toMatchObject({
      passed: 5,
      failed: 0,
      skipped: 1,
    });
  });

  test('counts a test that passed only when repeated, and an error outside any test, as failures', () => {
    expect(playwrightTally('E2e', 1, playwrightReport({ flaky: 1 }, [{}]))).toMatchObject({
      passed: 5,
      failed: 2,
    });
  });
});

test('an end-to-end run names its failed tests with the first line of their errors', () => {
  const failed = {
    ok: false,
    title: 'R1.8 jump',
    tests: [{ results: [{ errors: [{ message: '\x1b[31mNo row\x1b[0m\nlog' }] }] }],
  };
  const counts = { stats: { expected: 1, unexpected: 1, flaky: 0, skipped: 0 }, errors: [] };
  const suites = [{ suites: [{ specs: [failed, { ok: true, title: 'R1.9', tests: [] }] }] }];
  const tally = playwrightTally('E2e', 1, report({ ...counts, suites }));
  expect(tally.failures).toEqual(['R1.8 jump: No row']);
});

describe('the summary', () => {
  const summaryOf = (tallies) => {
    const lines = [];
    const exitCode = summarize(tallies, (line) => lines.push(line));
    return { exitCode, last: lines.at(-1), all: lines.join('\n') };
  };

  test('ends with the sum, alone on its line', () => {
    const tallies = [checkTally('Types', 0), { stage: 'Unit', passed: 7, failed: 0, skipped: 0 }];
    expect(summaryOf(tallies)).toMatchObject({ exitCode: 0, last: '7 passed, 0 failed' });
  });

  test('a failed type check counts, names itself and makes the exit code non-zero', () => {
    const summary = summaryOf([checkTally('Types', 2), { stage: 'Unit', passed: 7, failed: 0, skipped: 0 }]);
    expect(summary).toMatchObject({ exitCode: 1, last: '7 passed, 1 failed' });
    expect(summary.all).toContain('FAILED Types: ended with exit code 2');
  });

  test('names each failure below its stage', () => {
    const stage = { stage: 'E2e', passed: 1, failed: 1, skipped: 0, failures: ['R1.8 jump: No row'] };
    expect(summaryOf([stage]).all).toContain('\n       R1.8 jump: No row\n');
  });

  test('says why a stage could not be run', () => {
    expect(summaryOf([failedStage('E2e', 'no Electron')]).all).toContain('FAILED E2e: no Electron');
  });
});
