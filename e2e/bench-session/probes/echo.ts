import { quantile } from '../../bench/quantile.ts';
import type { BenchStand } from '../bench-stand.ts';
import { timeKeystrokes } from '../keystrokes.ts';
import type { BenchSession } from '../session-side.ts';
import { openEcho, openFlood } from '../shells.ts';
import { transfer } from '../transfer.ts';

/** A key and its echo: alone, while a file goes either way, and beside a shell that prints without end. */
export async function probeEcho(stand: BenchStand, session: BenchSession, keys: number): Promise<void> {
  const terminal = await openEcho(session);
  const bare = await stand.floor.openTerminal();
  stand.onEnd(() => bare.close());
  const some = Math.ceil(keys / 4);
  const goal = 'goal p95 30 ms';
  stand.say(`echo: ${spread(await timeKeystrokes(terminal, keys))} (${goal})`);
  stand.say(`  bare pty over bare Socket.IO: ${spread(await timeKeystrokes(bare, keys))}`);
  for (const way of ['get', 'put'] as const) {
    const transferring = transfer(session, stand.folder, way);
    const times = await timeKeystrokes(terminal, some);
    stand.say(`echo during ${way === 'get' ? 'a download' : 'an upload'}: ${spread(times)} (${goal})`);
    await transferring;
  }
  const flood = await openFlood(session);
  const at = performance.now();
  const times = await timeKeystrokes(terminal, some);
  const rate = flood.printedBytes() / 1_048.576 / (performance.now() - at);
  stand.say(`echo beside a shell that prints ${rate.toFixed(0)} MiB/s: ${spread(times)} (${goal})`);
  flood.close();
}

export function spread(times: readonly number[]): string {
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
}
