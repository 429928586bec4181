// `npm run e2e [-- words for Playwright]`: the end-to-end tests on real Electron.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { runScript } from './script.mjs';
import { setUp } from './setup.mjs';
import { runPlaywright } from './stages.mjs';

await runScript(async () => {
  await setUp({ electron: true, forTests: true });
  await bundle();
  return runPlaywright(process.argv.slice(2));
});
