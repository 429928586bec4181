// Stands in for Electron's own default application, which the repack lacks: what `electron FOLDER` does.
// The top-level await matters: Electron holds `ready` back until the application's main was evaluated, and
// `protocol.registerSchemesAsPrivileged` must run before `ready`.
import { readFileSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** The modules to load first (`-r MODULE`, as Playwright does) and the application: the first word that is no switch. */
function readCommandLine(words) {
  const preloaded = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === '-r' || word === '--require') {
      index += 1;
      preloaded.push(words[index]);
    } else if (!word.startsWith('-')) {
      return { preloaded, application: word };
    }
  }
  return { preloaded, application: '.' };
}

/** Gives Electron the application's name, version and data folder, as its default application would. */
function introduce(folder, manifest) {
  const name = manifest.productName ?? manifest.name;
  if (manifest.version) app.setVersion(manifest.version);
  if (name) {
    app.setName(name);
    if (!app.commandLine.hasSwitch('user-data-dir'))
      app.setPath('userData', join(app.getPath('appData'), name));
  }
  app.setAppPath(folder);
}

/** The application's main file, and whether Node would read it as an ES module. */
function findMain(application) {
  if (statSync(application).isFile())
    return { folder: dirname(application), main: application, manifest: {} };
  const manifest = JSON.parse(readFileSync(join(application, 'package.json'), 'utf8'));
  return { folder: application, main: join(application, manifest.main ?? 'index.js'), manifest };
}

async function loadApplication() {
  const { preloaded, application } = readCommandLine(process.argv.slice(1));
  process.defaultApp = true;
  if (preloaded.length > 0) Module._preloadModules(preloaded);
  const { folder, main, manifest } = findMain(resolve(application));
  introduce(folder, manifest);
  const isModule = main.endsWith('.mjs') || (manifest.type === 'module' && !main.endsWith('.cjs'));
  if (isModule) await import(pathToFileURL(main).href);
  else createRequire(import.meta.url)(main);
}

// Electron's own answer to an application that cannot be loaded is a dialog, and nobody is there to close it.
try {
  await loadApplication();
} catch (error) {
  process.stderr.write(`The application could not be loaded.\n${error.stack}\n`);
  app.exit(1);
}
