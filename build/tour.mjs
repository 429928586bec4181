// `npm run tour`: the main job, end to end, on real Electron; pictures and a summary go to tour/.
import './setup/require-node.mjs';
import { runDriver } from './driver.mjs';
import { runScript } from './script.mjs';

await runScript(() => runDriver('tour', process.argv.slice(2)));
