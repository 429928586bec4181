// Makes this computer ready: `node build/setup.mjs`. Needs no installed package, and is quick when all is there.
import './setup/require-node.mjs';
import { root, runScript } from './script.mjs';
import { provideElectron } from './setup/electron.mjs';
import { installPackages } from './setup/packages.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

/**
 * Installs what is missing: the npm packages and, where `electron` is asked for, the system libraries and an
 * Electron; for end-to-end tests (`forTests`) also the system's programs that they try the console with. Leaves the executable's path in `JUMP_CONSOLE_ELECTRON`, for everything that is started from here.
 */
export async function setUp({ electron = false, forTests = false } = {}) {
  installPackages(root);
  if (!electron) return;
  installSystemLibraries({ forTests });
  process.env.JUMP_CONSOLE_ELECTRON = await provideElectron({ root });
}

if (process.argv[1] === import.meta.filename) await runScript(async () => setUp({ electron: true }));
