// `npm run jump-client -- …`: the program on the remote computer, here.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { runNode, runScript } from './script.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  await bundle(['jump-client']);
  return runNode('out/jump-client/index.js', process.argv.slice(2));
});
