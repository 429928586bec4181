// `npm test`: everything that must pass. Set-up, types, lint, unit tests, the build, and the e2e tests on Electron.
import './setup/require-node.mjs';
import { runScript } from './script.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup.mjs';
import { checkEndToEnd, checkLint, checkTypes, checkUnits, heading } from './stages.mjs';
import { failedStage, summarize } from './tally.mjs';

/** Set-up for a stage: without packages or an Electron it is not skipped, it has failed and says why. */
async function makeReady(stage, options) {
  try {
    await setUp(options);
    return null;
  } catch (error) {
    say(`\n${error.message}`);
    return failedStage(stage, `could not be run. ${error.message}`);
  }
}

await runScript(async () => {
  heading('Set-up');
  const broken = await makeReady('All checks', { electron: false });
  if (broken) return summarize([broken]);
  const noElectron = await makeReady('End-to-end tests', { electron: true, forTests: true });
  const tallies = [await checkTypes(), await checkLint(), await checkUnits()];
  tallies.push(noElectron ?? (await checkEndToEnd()));
  return summarize(tallies);
});
