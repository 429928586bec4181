import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright';

/**
 * Runs something while V8 samples the page, and writes the profile for Chromium's developer tools.
 * @param path where to; null: it only runs it
 */
export async function withCpuProfile<T>(page: Page, path: string | null, body: () => Promise<T>): Promise<T> {
  if (path === null) return body();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: 250 });
  await devtools.send('Profiler.start');
  try {
    return await body();
  } finally {
    const { profile } = await devtools.send('Profiler.stop');
    writeFileSync(path, JSON.stringify(profile));
    await devtools.detach();
  }
}
