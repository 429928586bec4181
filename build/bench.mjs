// `npm run bench`: the benchmark, in real Electron.
import './setup/require-node.mjs';
import { runDriver } from './driver.mjs';
import { runScript } from './script.mjs';

await runScript(() => runDriver('bench', process.argv.slice(2)));
