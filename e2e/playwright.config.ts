import { defineConfig } from 'playwright/test';

/** Every test has its own appliance, profile and Jump Client, so that tests run beside each other. */
export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 8_000 },
  // A test that passes only when repeated has not passed.
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
});
