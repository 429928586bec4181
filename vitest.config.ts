import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const ROOMS_ON_NODE = '{app,main,preload,appliance,jump-client,e2e,build}';

/** They put a module of their own in the place of another one, and so need modules that nobody else has loaded. */
const REPLACING_MODULES = [
  'build/setup/electron.test.mjs',
  'build/setup/repacked-electron.test.mjs',
  'main/windows/main-window.test.ts',
  'preload/index.test.ts',
  'renderer/shell/console-window.test.tsx',
];

/** What all projects share. */
const common = {
  // Property tests write and read many files: a machine with other work to do needs longer for them. Milliseconds.
  testTimeout: 30_000,
  // No file leaves to the next one what it has watched or replaced.
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
};

/**
 * Tests stand beside the code. The renderer's run in a simulated DOM, all others in plain Node. Files share the modules
 * that they load: none keeps a state that a test could leave behind, and to load them again for each file took longer
 * than the tests.
 */
export default defineConfig({
  test: {
    // As many as there are processors: many a test waits for a program that it has started.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'node',
          environment: 'node',
          isolate: false,
          include: [`${ROOMS_ON_NODE}/**/*.test.{ts,tsx,mjs}`],
          exclude: [...configDefaults.exclude, ...REPLACING_MODULES],
        },
      },
      {
        plugins: [react()],
        test: {
          ...common,
          name: 'renderer',
          environment: 'happy-dom',
          isolate: false,
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...REPLACING_MODULES],
        },
      },
      {
        plugins: [react()],
        test: { ...common, name: 'replacing-modules', include: REPLACING_MODULES },
      },
    ],
  },
});
