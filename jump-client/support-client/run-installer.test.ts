import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { aTemporaryFolder } from '../testing/temporary-folder.ts';
import { createRunInstaller, DEAF_MS } from './run-installer.ts';

test('an installer that hears nothing any more is killed, and what it has left is taken away', async () => {
  const program = join(aTemporaryFolder(), 'installer.mjs');
  const report = JSON.stringify({ report: 'progress', percent: 1 });
  writeFileSync(program, `import { writeSync } from 'node:fs'; writeSync(1, '${report}\\n'); for (;;);`);
  const clock = createManualClock();
  let tidied = 0;
  const run = createRunInstaller({
    program,
    removeLeftovers: () => {
      tidied += 1;
    },
    clock,
    log: createSilentLog(),
  });
  const order = { appliance: 'http://127.0.0.1:8420', installerKey: 'key', mode: 'user' } as const;
  const outcome = await new Promise((resolve) => {
    const running = run(order, () => {
      running.takeBack();
      clock.advance(DEAF_MS);
      resolve(running.outcome);
    });
  });
  expect(outcome).toEqual({ installed: false, reason: 'other' });
  expect(tidied).toBe(1);
  expect(clock.nextDelay).toBeNull();
});
