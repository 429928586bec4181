import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { InstallFailed, type InstallOptions, install } from './install.ts';
import { InstallationOrder, type InstallerReport } from './installer-protocol.ts';

/** No more often than this. */
const PROGRESS_MS = 150;

type Options = Pick<InstallOptions, 'source' | 'userPlaces'> & {
  /** What who ordered it says; ends with that program, however it ends. */
  orders: Readable;
  report: (report: InstallerReport) => void;
  log: Logger;
};

/**
 * A process of its own, between the support client and what it installs. However one of the two ends, the other notices at
 * once and takes away what was begun: a note for the next start alone would wait for a customer who may never come back.
 * @returns whether a Jump Client is installed now
 */
export async function runInstaller({ source, userPlaces, orders, report, log }: Options): Promise<boolean> {
  const [ordererGone, takenBack] = [new AbortController(), new AbortController()];
  const lines = createInterface({ input: orders });
  const order = await new Promise<InstallationOrder | null>((resolve) => {
    let isFirst = true;
    lines.on('line', (line) => {
      if (isFirst) resolve(parseOrder(line));
      else takenBack.abort();
      isFirst = false;
    });
    lines.once('close', () => {
      resolve(null);
      ordererGone.abort();
    });
  });
  if (order === null) return false; // nothing was ordered, so nothing was done
  process.umask(0o022); // in a service's folder its account reads what root has put there
  try {
    const { folder } = await install({
      order,
      source,
      userPlaces,
      onPercent: throttled((percent) => report({ report: 'progress', percent })),
      ordererGone: ordererGone.signal,
      takenBack: takenBack.signal,
    });
    report({ report: 'installed', folder });
    return true;
  } catch (error) {
    if (!(error instanceof InstallFailed)) throw error;
    log.error({ error: error.cause ?? error }, 'Nothing was installed.');
    report({ report: 'failed', reason: error.reason });
    return false;
  } finally {
    lines.close();
  }
}

function parseOrder(line: string): InstallationOrder | null {
  try {
    return InstallationOrder.safeParse(JSON.parse(line)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The first, and later ones that are new. */
function throttled(tell: (percent: number) => void): (percent: number) => void {
  let [told, toldAt] = [-1, 0];
  return (percent) => {
    const now = performance.now();
    if (percent === told || (told >= 0 && now - toldAt < PROGRESS_MS)) return;
    [told, toldAt] = [percent, now];
    tell(percent);
  };
}
