import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const ROOMS_ON_NODE = '{app,main,preload,appliance,jump-client,e2e,build}';

/** Property tests write and read many files: a machine with other work to do needs longer for them. Milliseconds. */
const testTimeout = 30_000;

/** Tests stand beside the code. The renderer's run in a simulated DOM, all others in plain Node. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          testTimeout,
          include: [`${ROOMS_ON_NODE}/**/*.test.{ts,tsx,mjs}`],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'happy-dom',
          testTimeout,
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
});
