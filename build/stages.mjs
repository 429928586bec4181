// The stages of a check: what is run, with which command line.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { root, runNode, runProgram } from './script.mjs';
import { checkTally, failedStage, playwrightTally, vitestTally } from './tally.mjs';

const REPORTS = join(root, 'test-results');
const PLAYWRIGHT = join(root, 'node_modules/playwright/cli.js');
const PLAYWRIGHT_CONFIG = join(root, 'e2e/playwright.config.ts');

/** Says on the terminal what comes next. */
export function heading(text) {
  process.stdout.write(`\n── ${text} ──\n`);
}

/** An old report must not pass for that of this run. */
function freshReport(name) {
  mkdirSync(REPORTS, { recursive: true });
  const file = join(REPORTS, name);
  rmSync(file, { force: true });
  return file;
}

export async function checkTypes() {
  heading('Types');
  return checkTally('Types', await runNode('node_modules/typescript/bin/tsc', ['-b', '--pretty']));
}

export async function checkLint() {
  heading('Lint and import rules');
  const colors = process.stdout.isTTY ? [] : ['--colors=off'];
  const words = ['check', '--error-on-warnings', ...colors, '.'];
  return checkTally('Lint and import rules', await runNode('node_modules/@biomejs/biome/bin/biome', words));
}

export async function checkUnits() {
  heading('Unit tests');
  const file = freshReport('vitest.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await runNode('node_modules/vitest/vitest.mjs', words);
  return vitestTally('Unit tests', exitCode, file);
}

/**
 * Runs Playwright on the built console; more words for it may follow, such as a spec's name. Where there is no display,
 * each of its workers opens one of its own.
 */
export function runPlaywright(words, env = process.env) {
  const all = [PLAYWRIGHT, 'test', '--config', PLAYWRIGHT_CONFIG, ...words];
  return runProgram(process.execPath, all, { env });
}

export async function checkEndToEnd() {
  heading('Build');
  try {
    await bundle();
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
    return failedStage('End-to-end tests', 'could not be run, because the build failed');
  }
  heading('End-to-end tests on Electron');
  const file = freshReport('playwright.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const exitCode = await runPlaywright(['--reporter=list,json'], env);
  return playwrightTally('End-to-end tests', exitCode, file);
}
