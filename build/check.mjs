// `npm run check`: types, lint (import rules included) and unit tests, all of them whatever fails first.
import './setup/require-node.mjs';
import { runScript } from './script.mjs';
import { setUp } from './setup.mjs';
import { checkLint, checkTypes, checkUnits } from './stages.mjs';
import { summarize } from './tally.mjs';

await runScript(async () => {
  await setUp();
  return summarize([await checkTypes(), await checkLint(), await checkUnits()]);
});
