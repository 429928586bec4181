import { quantile } from '../../bench/quantile.ts';
import type { RunningJumpClient } from '../../fixtures/running-jump-client.ts';
import { type BenchStand, REPRESENTATIVES } from '../bench-stand.ts';
import { timeKeystrokes } from '../keystrokes.ts';
import { type BenchSession, openBenchSession } from '../session-side.ts';
import { openEcho, openFlood } from '../shells.ts';
import { spread } from './echo.ts';

const COMPUTERS = 5;

/** Twenty sessions at once, in each a shell that prints without end and one in which somebody types. */
export async function probeCrowd(
  stand: BenchStand,
  computer: RunningJumpClient,
  keys: number,
): Promise<void> {
  const computers = [computer];
  while (computers.length < COMPUTERS) computers.push(await stand.startComputer());
  const sessions: BenchSession[] = [];
  for (const { jumpClientId } of computers)
    for (const username of REPRESENTATIVES) {
      const session = await openBenchSession(stand.appliance, jumpClientId, username);
      stand.onEnd(() => session.close());
      sessions.push(session);
    }
  const bareTerminals = await Promise.all(sessions.map(() => stand.floor.openTerminal()));
  const terminals = await Promise.all(sessions.map(openEcho));
  const floods = await Promise.all(sessions.map(openFlood));
  const at = performance.now();
  const times = await Promise.all(terminals.map((terminal) => timeKeystrokes(terminal, keys)));
  const seconds = (performance.now() - at) / 1_000;
  const printed = floods.reduce((sum, flood) => sum + flood.printedBytes(), 0) / 1_048_576 / seconds;
  for (const flood of floods) flood.close();
  const worst = Math.max(...times.map((each) => quantile(each, 0.95)));
  stand.say(`${sessions.length} sessions whose shells print ${printed.toFixed(0)} MiB/s in all:`);
  stand.say(`  echo ${spread(times.flat())}; the worst session's p95 ${worst.toFixed(1)} ms (goal 150 ms)`);

  const bareFloods = await Promise.all(sessions.map(() => stand.floor.openFlood()));
  const bareTimes = await Promise.all(bareTerminals.map((terminal) => timeKeystrokes(terminal, keys)));
  for (const bare of [...bareFloods, ...bareTerminals]) bare.close();
  const bareWorst = Math.max(...bareTimes.map((each) => quantile(each, 0.95)));
  stand.say(
    `  bare ptys over bare Socket.IO ${spread(bareTimes.flat())}; the worst ${bareWorst.toFixed(1)} ms`,
  );
}
