// `npm run bench:session`: how fast a support session is, without a window.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { runNode, runScript } from './script.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  await setUp();
  await bundle(['appliance', 'jump-client', 'bench-session', 'bench-session-floor']);
  return runNode('out/bench-session/index.js', process.argv.slice(2));
});
