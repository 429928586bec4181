// How a run went: counted per stage, summed in the last line.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Tally
 * @property {string} stage what was run
 * @property {number} passed tests, or 1 for a stage that is one check
 * @property {number} failed likewise; a runner that broke down counts as one more
 * @property {number} skipped tests that the runner left out
 * @property {string} [reason] why a stage failed beyond its tests
 * @property {string[]} [failures] what failed and how, a line a test
 */

/** A stage that failed as a whole. */
export function failedStage(stage, reason) {
  return { stage, passed: 0, failed: 1, skipped: 0, reason };
}

/** A stage that is one check: it passed or it did not. */
export function checkTally(stage, exitCode) {
  if (exitCode === 0) return { stage, passed: 0, failed: 0, skipped: 0 };
  return failedStage(stage, `ended with exit code ${exitCode}`);
}

function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null; // cut off: the runner died while writing
    throw error;
  }
}

/**
 * Counts a runner's JSON report. The runner's exit code counts too: one that failed although no test did
 * (it broke down, a hook threw, nothing was found) is a failure of its own.
 */
function runnerTally({ stage, exitCode, file, count }) {
  const report = readReport(file);
  if (!report) return failedStage(stage, `left no report and ended with exit code ${exitCode}`);
  const tally = { stage, skipped: 0, ...count(report) };
  if (tally.passed + tally.failed === 0) return failedStage(stage, 'ran no test');
  if (exitCode === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, reason: `ended with exit code ${exitCode} although no test failed` };
}

/** The tally of a Vitest run from its JSON report. A file that could not be loaded counts as one failure. */
export function vitestTally(stage, exitCode, file) {
  const count = (report) => {
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  };
  return runnerTally({ stage, exitCode, file, count });
}

/** The tally of a Playwright run from its JSON report. A test that passed only when repeated has not passed. */
export function playwrightTally(stage, exitCode, file) {
  const count = ({ stats, errors, suites = [] }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  });
  return runnerTally({ stage, exitCode, file, count });
}

/** The tests of a suite of Playwright's report that failed, each with the first line of its first error. */
function failedSpecs({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ title, tests }) => `${title}: ${firstError(tests)}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

function firstError(tests) {
  const errors = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors));
  return stripVTControlCharacters(errors[0]?.message ?? 'no error was reported').split('\n')[0];
}

/** Prints a line a stage and one for each of its failures, then the sum as the last line, and answers the exit code. */
export function summarize(tallies, print = (line) => process.stdout.write(`${line}\n`)) {
  const sum = (field) => tallies.reduce((total, tally) => total + tally[field], 0);
  print('');
  for (const { stage, passed, failed, skipped, reason, failures = [] } of tallies) {
    const counts =
      passed + failed + skipped > 1 ? ` (${passed} passed, ${failed} failed, ${skipped} skipped)` : '';
    print(`${failed === 0 ? 'ok    ' : 'FAILED'} ${stage}${counts}${reason ? `: ${reason}` : ''}`);
    for (const failure of failures) print(`       ${failure}`);
  }
  print(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
