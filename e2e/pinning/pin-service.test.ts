import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readInstallation } from '../../jump-client/installation/installation.ts';
import { removeInstallation } from '../../jump-client/installation/remove-installation.ts';
import { findAccount } from '../../jump-client/installation/service.ts';
import { unlessGone } from '../../jump-client/unless-gone.ts';
import { eventually } from '../fixtures/eventually.ts';
import { endAtOnce, isRunning } from '../fixtures/is-running.ts';
import {
  anAppliance,
  aSession,
  buildPrograms,
  keysOfPins,
  pinnedItems,
  processesIn,
  type Session,
  untilThere,
} from './pin-fixture.ts';

beforeAll(buildPrograms, 60_000);
const BASE = '/opt';
const UNITS = '/etc/systemd/system';
const services = () =>
  unlessGone(() => readdirSync(BASE), []).filter((name) => name.startsWith('jump-client-'));

/** Its folder is the one that comes to those that were there: other tests may install services, too. */
async function whileInstalling() {
  const session = await aSession(await anAppliance(), undefined, ['--service']);
  const before = services();
  const outcome = session.pin();
  await session.customer.answerPin('allow');
  const made = () => services().find((name) => !before.includes(name));
  await untilThere(() => made() !== undefined);
  const folder = join(BASE, made() ?? '');
  const unit = join(UNITS, `${basename(folder)}.service`);
  onTestFinished(() => {
    const left = readInstallation(folder);
    if (left !== null) removeInstallation(left);
  });
  return { ...session, outcome, folder, unit };
}
type Installing = Awaited<ReturnType<typeof whileInstalling>>;

async function untilNothingIsLeft({ appliance, folder, unit, home }: Session & Installing): Promise<void> {
  await eventually('the end of the installer', async () => processesIn(home, 'install').length === 0, 20_000);
  await eventually('no folder', async () => !existsSync(folder));
  expect(existsSync(unit)).toBe(false);
  expect(findAccount(basename(folder))).toBeNull();
  expect(keysOfPins(appliance)).toEqual([]);
}

describe.skipIf(process.getuid?.() !== 0)('R2.9, R4.6 as a service', () => {
  test('it has an account of its own, which may change nothing but its data; removed, all of it goes', async () => {
    const installing = await whileInstalling();
    const { appliance, folder, unit } = installing;
    expect(await installing.outcome).toMatchObject({ ok: true });
    const account = findAccount(basename(folder));
    expect(account).toMatchObject({ shell: '/usr/sbin/nologin' });
    const ownersOf = (names: readonly string[]) => names.map((name) => statSync(join(folder, name)).uid);
    expect(ownersOf(['.', 'node', 'program', 'program/index.js', 'installation.json'])).toEqual([
      0, 0, 0, 0, 0,
    ]);
    expect(ownersOf(['data', 'data/identity.json'])).toEqual([account?.userId, account?.userId]);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    const [keeper, own] = processesOf(folder);
    expect([statSync(`/proc/${keeper}`).uid, statSync(`/proc/${own}`).uid]).toEqual([0, account?.userId]);
    const [item] = pinnedItems(appliance);
    await expect
      .poll(() => appliance.core.site.get('reported-statistics', item?.id ?? '')?.statistics)
      .toMatchObject({ mode: 'service' });
    if (existsSync('/usr/bin/systemd-analyze')) {
      expect(execFileSync('systemd-analyze', ['verify', unit], { encoding: 'utf8', stdio: 'pipe' })).toBe('');
    }

    await installing.end();
    expect(await installing.customer.program.ended).toBe(0);
    expect(isRunning(own ?? 0)).toBe(true);
    await appliance.core.jumpItems.remove(item?.id as never);
    await eventually('its end', async () => processesOf(folder).length === 0);
    await untilNothingIsLeft(installing);
  });

  test('killed, it is started again', async () => {
    const installing = await whileInstalling();
    await installing.outcome;
    await eventually('both of its processes', async () => processesOf(installing.folder).length === 2);
    const [, own = 0] = processesOf(installing.folder);
    endAtOnce(own);
    await eventually(
      'another one',
      async () => ![undefined, own].includes(processesOf(installing.folder)[1]),
      15_000,
    );
  });

  test('nothing is left when the session ends meanwhile', async () => {
    const installing = await whileInstalling();
    await installing.end();
    expect(await installing.outcome).toMatchObject({ ok: false });
    await untilNothingIsLeft(installing);
  });

  const steps: [string, (installing: Installing) => boolean][] = [
    ['while it is copied', () => true],
    ['when its account is there', ({ folder }) => findAccount(basename(folder)) !== null],
    ['when its unit is there', ({ unit }) => existsSync(unit)],
    ['when it has started', ({ folder }) => processesOf(folder).length > 0],
  ];
  for (const [step, isThere] of steps) {
    test(`the support client is killed ${step}: it is pinned on both sides or on neither`, async () => {
      const installing = await whileInstalling();
      await untilThere(() => isThere(installing));
      endAtOnce(installing.customer.program.processId);
      const { home, appliance, folder } = installing;
      await eventually(
        'the end of the installer',
        async () => processesIn(home, 'install').length === 0,
        20_000,
      );
      await installing.end();
      if (pinnedItems(appliance).length === 0) return untilNothingIsLeft(installing);
      await eventually('it runs', async () => processesOf(folder).length === 2);
    });
  }
});

/** Who keeps it running, and itself. */
function processesOf(folder: string): readonly number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => commandOf(id).startsWith(`${folder}/node\0`)).map(Number);
}

function commandOf(processId: string): string {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8');
  } catch {
    return ''; // it has ended
  }
}
