import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { z } from 'zod';
import type { SupportSession } from '#app/domain/support-session.ts';
import { anOpId, SMALL_FLEET } from '../../appliance/testing/core-fixture.ts';
import type { Fleet } from '../../appliance/testing/fleet.ts';
import { next, startForTest } from '../../appliance/testing/running-appliance.ts';
import { unlessGone } from '../../jump-client/unless-gone.ts';
import { eventually } from '../fixtures/eventually.ts';
import { repositoryRoot } from '../fixtures/repository-root.ts';
import { startSupportClient } from '../fixtures/running-support-client.ts';

/** The programs of the customer's computer, as they are shipped. */
export function buildPrograms(): void {
  const lock = join(repositoryRoot, 'out/.pinning');
  mkdirSync(join(repositoryRoot, 'out'), { recursive: true });
  const words = [lock, process.execPath, 'build/bundle.mjs', 'support-client', 'jump-client'];
  execFileSync('flock', words, { cwd: repositoryRoot, stdio: 'ignore' }); // one file of tests after the other
}

/** An appliance of this test's own. */
export async function anAppliance(change: Partial<z.input<typeof Fleet>> = {}) {
  const appliance = await startForTest({ ...SMALL_FLEET, ...change });
  onTestFinished(() => appliance.close());
  return appliance;
}
export type Appliance = Awaited<ReturnType<typeof anAppliance>>;

/** A customer's home, empty, and gone after the test. */
export function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'pinning-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

/** A customer's computer in a session of Anna's: the real program, below a home of its own. */
export async function aSession(appliance: Appliance, home = aHome(), words: readonly string[] = []) {
  const console = appliance.console('anna');
  await next(console, 'connect');
  const { value } = await console.emitWithAck('session-key:create', {});
  const { sessionKey, sessionId } = value as { sessionKey: string; sessionId: SupportSession['id'] };
  const start = (key: string) =>
    startSupportClient({ applianceUrl: appliance.url, sessionKey: key, name: 'Erika', folder: home, words });
  const customer = start(sessionKey);
  onTestFinished(() => customer.stopAll());
  await customer.joined();
  const row = () => appliance.core.site.get('support-session', sessionId);
  const wanted = { sessionId, name: 'Erika at home', jumpGroupId: 'all-users', tag: null, comments: '' };
  return {
    appliance,
    customer,
    home,
    sessionId,
    row,
    /** Resolves with how the console is answered. */
    pin: (): Promise<{ ok: boolean; code?: string; detail?: string; value?: { jumpItemId: string } }> =>
      console.emitWithAck('support-session:pin', { opId: anOpId(), repeated: false, ...wanted }),
    end: () => console.emitWithAck('support-session:end', { opId: anOpId(), repeated: false, sessionId }),
    /** A program that is started on the same computer once more, with a key that is none. */
    startAgain: () => start('0000000'),
  };
}
export type Session = Awaited<ReturnType<typeof aSession>>;

/** The items that pins have made. */
export function pinnedItems({ core }: Appliance) {
  const seeded = (SMALL_FLEET.jumpItems ?? []).map(({ id }) => id);
  return [...core.site.all('jump-item')].filter(({ id }) => !seeded.includes(id));
}

export function keysOfPins({ core }: Appliance) {
  return [...core.site.all('installer-key')].filter(({ pin }) => pin !== null);
}

/** All that lies in a home, by its path; a program's own files are many, and named by their folder. */
export function filesIn(home: string): readonly string[] {
  const all = () => readdirSync(home, { recursive: true, encoding: 'utf8' });
  // A folder that goes while it is walked through leaves the walk unfinished.
  let names = unlessGone(all, null);
  while (names === null && existsSync(home)) names = unlessGone(all, null);
  return (names ?? []).filter((name) => !name.includes('node_modules/')).sort();
}

/** Looks as often as it can: what a test waits for so may be there for a moment only. */
export async function untilThere(isThere: () => boolean): Promise<void> {
  while (!isThere()) await new Promise(setImmediate);
}

/** The processes of a program that runs for the customer of this home, by the last word of their command line. */
export function processesIn(home: string, lastWord: string): readonly number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const isOne = (id: string) =>
    textOf(`/proc/${id}/environ`).includes(`\0HOME=${home}\0`) &&
    textOf(`/proc/${id}/cmdline`).endsWith(`\0${lastWord}\0`);
  return ids.filter(isOne).map(Number);
}

function textOf(file: string): string {
  try {
    return `\0${readFileSync(file, 'utf8')}`;
  } catch {
    return ''; // it has ended, or is somebody else's
  }
}

/** Everything that was begun is taken back, on the computer and in the appliance. */
export async function untilNothingIsLeft(session: Session, expected: readonly string[] = []): Promise<void> {
  const { appliance, home } = session;
  const left = () => filesIn(home).filter((name) => !expected.includes(name));
  await eventually('an empty home', async () => left().length === 0, 20_000).catch(() => {
    throw new Error(`There is still ${left().join(', ')}.`);
  });
  await eventually('no key', async () => keysOfPins(appliance).length === 0);
  await eventually('no installer', async () => processesIn(home, 'install').length === 0);
  if (pinnedItems(appliance).length > 0) throw new Error('There is an item.');
}

/** Either it is pinned, and runs, on both sides; or there is nothing of it on either. */
export async function untilOneOutcome(session: Session): Promise<void> {
  const { appliance, customer, home } = session;
  await eventually('the end of the installer', async () => processesIn(home, 'install').length === 0, 20_000);
  await session.end();
  if (pinnedItems(appliance).length === 0) return untilNothingIsLeft(session);
  await eventually('one that runs', async () => {
    const [item] = pinnedItems(appliance);
    const isOnline = item?.method === 'jump-client' && item.presence === 'online';
    return isOnline && customer.pinned().flatMap(({ processIds }) => processIds()).length === 1;
  });
}
