// The programs that are built, and what each may assume of the machine it runs on.
// Electron 33 (Chromium 130, Node 20) is the oldest that runs the console; Node 20.19 the oldest Jump Client's.
import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { root } from './script.mjs';

const nodeBuiltins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** A Node program bundled into one file; native modules and Electron itself stay outside the bundle. */
function nodeTarget(name, entry, { format = 'es', external = [] } = {}) {
  const extension = format === 'cjs' ? 'cjs' : 'js';
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: resolve(root, entry),
      target: 'node20',
      outDir: resolve(root, 'out', name),
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external: [...nodeBuiltins, 'electron', ...external],
        output: { format, entryFileNames: `index.${extension}`, codeSplitting: false },
      },
    },
  };
}

/** A program of e2e/ that drives the built console: Playwright must stay whole, outside the bundle. */
const drivingTarget = (name) =>
  nodeTarget(name, `e2e/${name}/index.ts`, {
    external: [/^playwright/, '@axe-core/playwright', '@lydell/node-pty'],
  });

const renderer = {
  configFile: false,
  root: resolve(root, 'renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: resolve(root, 'out', 'renderer'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: false,
  },
};

/**
 * Each program by the name of its folder under `out/`: Vite's configuration, and the folders whose sources go
 * into it.
 */
export const targets = {
  appliance: { sources: ['appliance', 'app'], vite: nodeTarget('appliance', 'appliance/index.ts') },
  'jump-client': {
    sources: ['jump-client', 'app'],
    vite: nodeTarget('jump-client', 'jump-client/index.ts', { external: ['@lydell/node-pty'] }),
  },
  main: { sources: ['main', 'app'], vite: nodeTarget('main', 'main/index.ts') },
  preload: {
    sources: ['preload', 'app'],
    vite: nodeTarget('preload', 'preload/index.ts', { format: 'cjs' }),
  },
  renderer: { sources: ['renderer', 'app'], vite: renderer },
  tour: { sources: ['e2e', 'appliance', 'jump-client', 'app'], vite: drivingTarget('tour') },
  bench: { sources: ['e2e', 'appliance', 'jump-client', 'app'], vite: drivingTarget('bench') },
};
