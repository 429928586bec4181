// Bundles the programs named on the command line, or all of them: `node build/bundle.mjs appliance main`.
import { build } from 'vite';
import { targets } from './targets.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in targets));
if (unknown.length > 0) {
  console.error(`No such program: ${unknown.join(', ')}. There are: ${Object.keys(targets).join(', ')}.`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(targets)) {
  const startedAt = performance.now();
  await build(targets[name]);
  console.log(`built ${name} in ${Math.round(performance.now() - startedAt)} ms`);
}
