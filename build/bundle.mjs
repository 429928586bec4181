// Bundles the programs named on the command line, or the product: `node build/bundle.mjs appliance main`.
import './setup/require-node.mjs';
import { forgetDigest, inputsDigest, isFresh, rememberDigest } from './freshness.mjs';
import { root, runScript } from './script.mjs';
import { say } from './setup/say.mjs';
import { SetupError } from './setup/setup-error.mjs';
import { setUp } from './setup.mjs';

/** What has to be built to run the console with an appliance and a Jump Client. */
export const PRODUCT = ['appliance', 'jump-client', 'support-client', 'main', 'preload', 'renderer'];

/** Builds those of the named programs whose sources have changed since they were built. */
export async function bundle(names = PRODUCT) {
  const { targets } = await import('./targets.mjs');
  const unknown = names.filter((name) => !(name in targets));
  if (unknown.length > 0) {
    throw new SetupError(
      `No such program: ${unknown.join(', ')}. There are: ${Object.keys(targets).join(', ')}.`,
    );
  }
  for (const name of names) await bundleOne(name, targets[name]);
}

async function bundleOne(name, { sources, vite }) {
  const digest = inputsDigest(root, sources);
  if (isFresh(root, name, digest)) return;
  const { build } = await import('vite');
  const startedAt = performance.now();
  forgetDigest(root, name);
  await build(vite).catch((error) => {
    throw new SetupError(`${name} could not be built.\n${error.message}`, { cause: error });
  });
  rememberDigest(root, name, digest);
  say(`built ${name} in ${Math.round(performance.now() - startedAt)} ms`);
}

if (process.argv[1] === import.meta.filename) {
  await runScript(async () => {
    await setUp();
    const names = process.argv.slice(2);
    await bundle(names.length > 0 ? names : undefined);
  });
}
