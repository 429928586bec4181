// `npm run appliance -- …`: the appliance alone. Its first line on stdout is JSON; set-up talks on stderr.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { runNode, runScript } from './script.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  await bundle(['appliance']);
  return runNode('out/appliance/index.js', process.argv.slice(2));
});
