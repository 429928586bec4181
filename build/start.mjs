// `npm start`: the console on this display; the tour where there is none.
import './setup/require-node.mjs';
import { bundle } from './bundle.mjs';
import { hasDisplay } from './display.mjs';
import { runDriver } from './driver.mjs';
import { electronExecutable, electronSwitches } from './electron-runtime.mjs';
import { runProgram, runScript } from './script.mjs';
import { say } from './setup/say.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  if (!hasDisplay()) {
    say('There is no display here (DISPLAY is not set), so the tour runs instead: npm run tour.');
    return runDriver('tour', []);
  }
  await setUp({ electron: true });
  await bundle();
  return runProgram(electronExecutable(), [...electronSwitches(), '.', ...process.argv.slice(2)]);
});
