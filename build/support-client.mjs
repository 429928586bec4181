// `npm run support-client -- …`: the program of a customer, here.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { runNode, runScript } from './script.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  await bundle(['support-client', 'jump-client']);
  return runNode('out/support-client/index.js', process.argv.slice(2));
});
