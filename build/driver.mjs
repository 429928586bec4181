import { bundle, PRODUCT } from './bundle.mjs';
import { runWithDisplay } from './display.mjs';
import { setUp } from './setup.mjs';

/** Runs a program of e2e/ that drives the built console (`tour` or `bench`), with what is built for it, on a display. */
export async function runDriver(name, words) {
  await setUp({ electron: true });
  const { targets } = await import('./targets.mjs');
  const itsOwn = Object.keys(targets).filter((target) => target === name || target.startsWith(`${name}-`));
  await bundle([...PRODUCT, ...itsOwn]);
  return runWithDisplay(process.execPath, ['--enable-source-maps', `out/${name}/index.js`, ...words]);
}
