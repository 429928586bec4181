import { bundle, PRODUCT } from './bundle.mjs';
import { runWithDisplay } from './display.mjs';
import { setUp } from './setup.mjs';

/** Runs a program of e2e/ that drives the built console (`tour` or `bench`), on a display. */
export async function runDriver(name, words) {
  await setUp({ electron: true });
  await bundle([...PRODUCT, name]);
  return runWithDisplay(process.execPath, ['--enable-source-maps', `out/${name}/index.js`, ...words]);
}
