// The appliance as a program. The first line on standard output is an ApplianceAnnouncement; then only standard
// error speaks, in JSON lines.
import { destination, type Logger, pino } from 'pino';
import type { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import type { RunningAppliance } from './appliance.ts';
import { onParentGone, ownParent } from './parent-watch.ts';
import { run } from './run.ts';
import { systemEnvironment } from './system-environment.ts';

const EXIT_REFUSED = 2;

function announce(announcement: ApplianceAnnouncement, afterwards?: () => void): void {
  process.stdout.write(`${JSON.stringify(announcement)}\n`, afterwards);
}

function endWhenAsked(appliance: RunningAppliance, withParent: boolean, log: Logger): void {
  let ending = false;
  const end = (why: string) => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'ending');
    appliance.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not end properly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  if (withParent) onParentGone(ownParent(), systemEnvironment.clock, () => end('the parent process is gone'));
}

const log = pino({ base: null }, destination({ dest: 2, sync: true }));
const started = await run(process.argv.slice(2), { env: process.env, log });
if (started.outcome === 'running') {
  endWhenAsked(started.appliance, started.withParent, log);
  announce(started.appliance.announcement);
}
if (started.outcome === 'refused') announce(started.announcement, () => process.exit(EXIT_REFUSED));
