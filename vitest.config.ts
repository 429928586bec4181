import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const NODE_ROOMS = ['app', 'main', 'preload', 'appliance', 'jump-client', 'e2e', 'build'];

/** Test files that put a module of their own in the place of another one need modules that nobody else has loaded. */
const replacingModules = [...NODE_ROOMS, 'renderer']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.test\.(tsx?|mjs)$/.test(path) && readFileSync(path, 'utf8').includes('vi.mock('));

/** What all projects share. */
const common = {
  // Property tests write and read many files: a machine with other work to do needs longer for them. Milliseconds.
  testTimeout: 30_000,
  // The same holds for what is waited for.
  expect: { poll: { timeout: 10_000, interval: 10 } },
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
          include: [`{${NODE_ROOMS.join(',')}}/**/*.test.{ts,tsx,mjs}`],
          exclude: [...configDefaults.exclude, ...replacingModules],
        },
      },
      {
        plugins: [react()],
        test: {
          ...common,
          name: 'renderer',
          environment: 'happy-dom',
          setupFiles: ['renderer/test-support/patience.ts'],
          isolate: false,
          include: ['renderer/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...replacingModules],
        },
      },
      {
        plugins: [react()],
        test: {
          ...common,
          name: 'replacing-modules',
          setupFiles: ['renderer/test-support/patience.ts'],
          include: replacingModules,
        },
      },
    ],
  },
});
