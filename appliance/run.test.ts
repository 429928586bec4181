import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import { run } from './run.ts';

const log = pino({ enabled: false });
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'appliance-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function start(words: string[], env: Record<string, string> = {}) {
  const started = await run(words, { env, log });
  if (started.outcome === 'running') onTestFinished(() => started.appliance.close());
  return started;
}
function fleetFile(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
const account = { username: 'anna', displayName: 'Anna' };
const item = { method: 'jump-client', name: 'Till', jumpGroup: 'All Users' };
const site = { siteName: 'Site', accounts: [account] };

describe('a start that works announces itself', () => {
  for (const words of [['--fleet', 'guide'], ['--fleet', 'office'], ['--items', '50', '--seed', '7'], []]) {
    test(words.join(' ') || 'without a word about the fleet', async () => {
      const started = await start([...words, '--port', '0', '--control']);
      if (started.outcome !== 'running') throw new Error(started.outcome);
      const { announcement } = started.appliance;
      expect(ApplianceAnnouncement.parse(announcement)).toEqual(announcement);
      expect(announcement.accounts.length * announcement.installerKeys.length).toBeGreaterThan(0);
    });
  }

  test('tokens and keys are new at each start', async () => {
    const both = [await start(['--port', '0']), await start(['--port', '0'])];
    const tokens = both.map(
      (one) => one.outcome === 'running' && one.appliance.announcement.accounts[0]?.token,
    );
    expect(tokens[0]).toMatch(/^[\w-]{43}$/);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

describe('a fleet file that cannot be used is refused with the place and the reason', () => {
  const cases: [string, () => string, RegExp][] = [
    ['missing', () => join(folder, 'nowhere.json'), /cannot be read \(ENOENT\).*guide, office/],
    ['not JSON', () => fleetFile('broken.json', '{"siteName": '), /broken\.json: not JSON/],
    ['without accounts', () => fleetFile('empty.json', { siteName: 'Site' }), /accounts: /],
    [
      'an unknown field',
      () => fleetFile('extra.json', { ...site, jumpItems: [{ ...item, colour: 'red' }] }),
      /jumpItems\[0\]: .*colour/,
    ],
    [
      'R2.2 a name of 129 code points',
      () => fleetFile('long.json', { ...site, jumpItems: [item, { ...item, name: 'é'.repeat(129) }] }),
      /jumpItems\[1\]\.name: is too long/,
    ],
    [
      'a Jump Group that is not there',
      () => fleetFile('group.json', { ...site, jumpItems: [{ ...item, jumpGroup: 'Tills' }] }),
      /jumpItems\[0\]\.jumpGroup: there is no Jump Group Tills/,
    ],
    [
      'an id twice',
      () =>
        fleetFile('twice.json', {
          ...site,
          jumpItems: [
            { ...item, id: 'a' },
            { ...item, id: 'a' },
          ],
        }),
      /jumpItems\[1\]\.id: a is there twice/,
    ],
    [
      'an account twice',
      () => fleetFile('accounts.json', { ...site, accounts: [account, account] }),
      /accounts\[1\]\.username: anna is there twice/,
    ],
    [
      'an age that is none',
      () => fleetFile('age.json', { ...site, jumpItems: [{ ...item, lastAccessed: 'yesterday' }] }),
      /jumpItems\[0\]\.lastAccessed: must be an age/,
    ],
    [
      'a key that would be a prototype',
      () => fleetFile('proto.json', '{"siteName":"S","accounts":[],"__proto__":{"x":1}}'),
      /Fleet/,
    ],
  ];
  for (const [title, file, message] of cases) {
    test(title, async () => {
      const started = await start(['--port', '0', '--fleet', file()]);
      expect(started).toMatchObject({
        outcome: 'refused',
        announcement: { ready: false, problem: 'fleet-file' },
      });
      expect(started.outcome === 'refused' && started.announcement.message).toMatch(message);
    });
  }
});

test('a taken port is refused with port-taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  onTestFinished(() => void other.close());
  const started = await start(['--port', String((other.address() as AddressInfo).port)]);
  expect(started).toMatchObject({ outcome: 'refused', announcement: { problem: 'port-taken' } });
});

describe('wrong arguments are refused with what is wrong', () => {
  const cases: [string[], RegExp][] = [
    [['--port', 'eighty'], /--port.*whole number from 0 to 65535/],
    [['--items', '-1'], /--items/],
    [['--items', '10', '--fleet', 'guide'], /exclude each other/],
    [['--frobnicate'], /unknown option.*--frobnicate/],
    [['surplus'], /too many arguments/],
    [['--host', '192.0.2.1', '--port', '0'], /--host is no address of this computer/],
  ];
  for (const [words, message] of cases) {
    test(words.join(' '), async () => {
      const started = await start(words);
      expect(started).toMatchObject({ outcome: 'refused', announcement: { problem: 'arguments' } });
      expect(started.outcome === 'refused' && started.announcement.message).toMatch(message);
    });
  }

  test('--control beside a database', async () => {
    const started = await start(['--control', '--port', '0'], { DATABASE_URL: 'postgres://…' });
    expect(started).toMatchObject({ outcome: 'refused', announcement: { problem: 'arguments' } });
  });
});
