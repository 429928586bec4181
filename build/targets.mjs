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

/** A page with everything that it loads, from the folder of its index.html. */
const pageTarget = (name, folder) => ({
  configFile: false,
  root: resolve(root, folder),
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: resolve(root, 'out', name),
    emptyOutDir: true,
    sourcemap: true,
    // Asked for with the first script: without it Chromium asks for what a script imports once it has that script.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One chunk with what forbids zod its code from text: it runs before a schema of any other chunk is made.
      output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|zod-without-eval/ }] } },
    },
    chunkSizeWarningLimit: 4_000, // kB: the page is read from this computer's disk, whole
  },
});

/** One plain script, to be put into pages from outside. */
const scriptTarget = (name, entry) => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  build: {
    target: 'chrome130',
    outDir: resolve(root, 'out', name),
    emptyOutDir: true,
    minify: false,
    lib: { entry: resolve(root, entry), formats: ['iife'], name: 'script', fileName: () => 'index.js' },
  },
});

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
  'support-client': {
    sources: ['jump-client', 'app'],
    vite: nodeTarget('support-client', 'jump-client/support-client/index.ts', {
      external: ['@lydell/node-pty'],
    }),
  },
  main: { sources: ['main', 'app'], vite: nodeTarget('main', 'main/index.ts') },
  preload: {
    sources: ['preload', 'app'],
    vite: nodeTarget('preload', 'preload/index.ts', { format: 'cjs' }),
  },
  renderer: { sources: ['renderer', 'app'], vite: pageTarget('renderer', 'renderer') },
  tour: { sources: ['e2e', 'appliance', 'jump-client', 'app'], vite: drivingTarget('tour') },
  bench: { sources: ['e2e', 'appliance', 'jump-client', 'app'], vite: drivingTarget('bench') },
  'bench-session': {
    sources: ['e2e', 'appliance', 'jump-client', 'app'],
    vite: drivingTarget('bench-session'),
  },
  'bench-session-floor': {
    sources: ['e2e/bench-session', 'jump-client', 'app'],
    vite: nodeTarget('bench-session-floor', 'e2e/bench-session/floor/server.ts', {
      external: ['@lydell/node-pty'],
    }),
  },
  // What the benchmark puts into pages, and the floor that it measures beside the console.
  'bench-in-page': {
    sources: ['e2e/bench'],
    vite: scriptTarget('bench-in-page', 'e2e/bench/in-page/index.ts'),
  },
  'bench-floor-main': {
    sources: ['e2e/bench'],
    vite: nodeTarget('bench-floor-main', 'e2e/bench/floor/main.ts'),
  },
  'bench-floor-server': {
    sources: ['e2e/bench', 'appliance', 'app'],
    vite: nodeTarget('bench-floor-server', 'e2e/bench/floor/server.ts'),
  },
  'bench-floor-page': {
    sources: ['e2e/bench', 'app'],
    vite: pageTarget('bench-floor-page', 'e2e/bench/floor/page'),
  },
};
