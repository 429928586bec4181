import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { endAtOnce } from '../fixtures/is-running.ts';
import {
  aHome,
  anAppliance,
  aSession,
  buildPrograms,
  filesIn,
  pinnedItems,
  processesIn,
  type Session,
  untilNothingIsLeft,
  untilOneOutcome,
  untilThere,
} from './pin-fixture.ts';

beforeAll(buildPrograms, 60_000);
const isRoot = process.getuid?.() === 0;

const isFileThere = ({ home }: Session, end: string) => filesIn(home).some((name) => name.endsWith(end));
/** The customer has allowed it, and the first of it is on their disk. */
async function whileCopying(): Promise<Session & { outcome: ReturnType<Session['pin']> }> {
  const session = await aSession(await anAppliance());
  const outcome = session.pin();
  await session.customer.answerPin('allow');
  await untilThere(() => isFileThere(session, 'installation.json'));
  return { ...session, outcome };
}
const killInstaller = ({ home }: Session) => {
  for (const processId of processesIn(home, 'install')) endAtOnce(processId);
};

describe('nothing is left', () => {
  test('R2.7 when the customer refuses', async () => {
    const session = await aSession(await anAppliance());
    const outcome = session.pin();
    await session.customer.answerPin('refuse');
    expect(await outcome).toMatchObject({ ok: false, code: 'customer-refused' });
    await untilNothingIsLeft(session);
  });

  test('when the representative ends the session meanwhile', async () => {
    const session = await whileCopying();
    await session.end();
    expect(await session.outcome).toMatchObject({ code: 'session-not-found' });
    expect(await session.customer.program.ended).toBe(0);
    await untilNothingIsLeft(session);
  });

  test('when the customer ends the session meanwhile', async () => {
    const session = await whileCopying();
    session.customer.program.type('end');
    expect(await session.outcome).toMatchObject({ code: 'no-customer' });
    await session.customer.program.ended;
    expect(filesIn(session.home)).toEqual([]);
    await untilNothingIsLeft(session);
  });

  test('when the support client is killed while it asks', async () => {
    const session = await aSession(await anAppliance());
    const outcome = session.pin();
    await eventually('the question', async () => session.customer.program.log().includes('Type “allow”'));
    await session.customer.program.stop('SIGKILL');
    await session.end();
    expect(await outcome).toMatchObject({ ok: false });
    await untilNothingIsLeft(session);
  });

  test('when the support client is killed while it is copied: the installer notices', async () => {
    const session = await whileCopying();
    await session.customer.program.stop('SIGKILL');
    await eventually('an empty home', async () => filesIn(session.home).length === 0);
    await session.end();
    await untilNothingIsLeft(session);
  });

  test('when the installer is killed: the support client notices, and says so', async () => {
    const session = await whileCopying();
    killInstaller(session);
    expect(await session.outcome).toMatchObject({ code: 'pin-failed', detail: 'other' });
    await untilNothingIsLeft(session);
  });

  test('when both are, as by a power cut: the next start of a support client cleans up', async () => {
    const session = await whileCopying();
    killInstaller(session);
    await session.customer.program.stop('SIGKILL');
    await session.end();
    expect(readdirSync(join(session.home, '.local/share'))).toHaveLength(1);
    expect(await session.startAgain().program.ended).toBe(3);
    await untilNothingIsLeft(session);
  });
});

describe('killed around its start, it is pinned on both sides or on neither', () => {
  const steps: [string, (session: Session) => boolean][] = [
    ['the entry that starts it at login', (session) => isFileThere(session, '.desktop')],
    ['its process', ({ customer }) => customer.pinned().some(({ processIds }) => processIds().length > 0)],
    ['its identity', (session) => isFileThere(session, 'identity.json')],
  ];
  steps.push(['its registration', ({ appliance }) => pinnedItems(appliance).length > 0]);
  const victims: [string, (session: Session) => void][] = [
    ['the support client', ({ customer }) => endAtOnce(customer.program.processId)],
    ['the installer', killInstaller],
    ['the Jump Client', ({ customer }) => customer.pinned().map(({ stop }) => stop())],
  ];
  for (const [step, isThere] of steps) {
    for (const [victim, kill] of victims) {
      test(`${victim}, at ${step}`, async () => {
        const session = await whileCopying();
        await untilThere(() => isThere(session));
        kill(session);
        await untilOneOutcome(session);
      });
    }
  }
});

describe('a computer that cannot take it', () => {
  async function refused(home: string, kept: readonly string[]): Promise<unknown> {
    const session = await aSession(await anAppliance({ askBeforePin: false }), home);
    const outcome = await session.pin();
    await untilNothingIsLeft(session, kept);
    return outcome;
  }
  /** A disk of its own for what a pin installs. */
  function aHomeWithDisk(options: string): string {
    const home = aHome();
    const dataHome = join(home, '.local/share');
    mkdirSync(dataHome, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dataHome]);
    onTestFinished(() => void execFileSync('umount', [dataHome]));
    return home;
  }

  test.skipIf(!isRoot)('its disk is full', async () => {
    const outcome = await refused(aHomeWithDisk('size=20m'), ['.local', '.local/share']);
    expect(outcome).toMatchObject({ code: 'pin-failed', detail: 'full' });
  });

  test.skipIf(!isRoot)('its disk lets no program run', async () => {
    const outcome = await refused(aHomeWithDisk('size=200m,noexec'), ['.local', '.local/share']);
    expect(outcome).toMatchObject({ code: 'pin-failed', detail: 'unstarted' });
  });

  test.skipIf(!isRoot)('its folder is read only', async () => {
    const outcome = await refused(aHomeWithDisk('size=200m,ro'), ['.local', '.local/share']);
    expect(outcome).toMatchObject({ code: 'pin-failed', detail: 'unwritable' });
  });

  test('its folder is none', async () => {
    const home = aHome();
    writeFileSync(join(home, '.local'), 'a file');
    expect(await refused(home, ['.local'])).toMatchObject({ code: 'pin-failed', detail: 'unwritable' });
  });
});
