// `npm run bench:session`: how fast a support session is, beside a floor that does the barest of the same.
import { parseArgs } from 'node:util';
import { createBenchStand } from './bench-stand.ts';
import { probeCrowd } from './probes/crowd.ts';
import { probeEcho } from './probes/echo.ts';
import { probeTransfers } from './probes/transfers.ts';
import { openBenchSession } from './session-side.ts';
import { writeLargeFile } from './transfer.ts';

const PROBES = ['transfers', 'echo', 'crowd'];

const { values } = parseArgs({
  options: {
    probes: { type: 'string', default: PROBES.join(',') },
    mebibytes: { type: 'string', default: '1024' },
    keys: { type: 'string', default: '400' },
    runs: { type: 'string', default: '3' },
  },
});
const [mebibytes, keys, runs] = [Number(values.mebibytes), Number(values.keys), Number(values.runs)];
const probes = values.probes.split(',');
const unknown = probes.filter((probe) => !PROBES.includes(probe));
if (unknown.length > 0)
  throw new Error(`No such probe: ${unknown.join(', ')}. There are: ${PROBES.join(', ')}.`);

const stand = await createBenchStand();
try {
  const computer = await stand.startComputer();
  if (probes.includes('transfers') || probes.includes('echo')) {
    await writeLargeFile(stand.inFolder('source'), mebibytes);
    const session = await openBenchSession(stand.appliance, computer.jumpClientId);
    stand.onEnd(() => session.close());
    if (probes.includes('transfers')) await probeTransfers(stand, session, computer, { mebibytes, runs });
    if (probes.includes('echo')) await probeEcho(stand, session, keys);
  }
  if (probes.includes('crowd')) await probeCrowd(stand, computer, Math.ceil(keys / 10));
} finally {
  await stand.end();
}
