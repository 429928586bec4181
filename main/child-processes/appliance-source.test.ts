import { expect, test, vi } from 'vitest';
import type { ApplianceAnnouncement } from '#app/contracts/appliance-process.ts';
import type { ConnectionState } from '#app/contracts/console-api.ts';
import { createTexts } from '#app/texts/texts.ts';
import type { CommandLine } from '../command-line.ts';
import { eventually } from '../testing/eventually.ts';
import { createFakeChildProcess } from '../testing/fake-child-process.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createApplianceSource } from './appliance-source.ts';

const READY: ApplianceAnnouncement = {
  ready: true,
  url: 'http://127.0.0.1:40000',
  siteName: 'Office',
  accounts: [{ username: 'ada', displayName: 'Ada', token: 'ada-token' }],
  installerKeys: [{ key: 'installer-key', jumpGroup: 'all-users' }],
};

function aSource(commandLine: Partial<CommandLine> = {}, givenToken: string | null = null) {
  const clock = createManualClock();
  const children: ReturnType<typeof createFakeChildProcess>[] = [];
  const forked: [string, readonly string[]][] = [];
  const appliance = {
    state: { state: 'starting' } as ConnectionState,
    address: 'http://127.0.0.1:40000',
    connect: vi.fn(),
    leave: vi.fn((state: ConnectionState) => {
      appliance.state = state;
    }),
    reconnectNow: vi.fn(),
  };
  const recall = vi.fn().mockResolvedValue(null);
  const source = createApplianceSource({
    commandLine: { appliance: null, applianceArguments: [], withThisComputer: false, ...commandLine },
    appliance: appliance as never,
    access: { recall },
    givenToken,
    dataFolder: `${temporaryFolder()}/this-computer`,
    fork(program, words) {
      const child = createFakeChildProcess();
      children.push(child);
      forked.push([program, words]);
      return child;
    },
    clock,
    texts: createTexts('en'),
    log: createQuietLog(),
    reportBug: vi.fn(),
  });
  const say = (line: string, child = children.at(-1)) => child?.stdout.write(`${line}\n`);
  return { source, appliance, children, forked, clock, recall, say };
}
const shown = (appliance: ReturnType<typeof aSource>['appliance']) => appliance.leave.mock.lastCall?.[0];

test('the embedded appliance is started with what the command line says, and its first account signs in', async () => {
  const { source, appliance, forked, say } = aSource({ applianceArguments: ['--fleet', 'guide'] });
  source.start();
  expect(shown(appliance)).toEqual({ state: 'starting' });
  expect(forked).toEqual([['appliance', ['--port', '0', '--fleet', 'guide']]]);
  say(JSON.stringify(READY));
  await eventually(() =>
    expect(appliance.connect).toHaveBeenCalledExactlyOnceWith({
      address: 'http://127.0.0.1:40000',
      token: 'ada-token',
    }),
  );
  expect(source.applianceName()).toBe('embedded');
});

test("an appliance that cannot start is shown with the appliance's own words", async () => {
  const { source, appliance, children, say } = aSource();
  source.start();
  const message = 'The fleet file office.json is not valid.';
  say(JSON.stringify({ ready: false, problem: 'fleet-file', message }));
  await eventually(() => expect(shown(appliance)).toEqual({ state: 'failed', message }));
  expect(children[0]?.kill).toHaveBeenCalledOnce();
});

test('an appliance that says something unreadable has failed', async () => {
  const { source, appliance, say } = aSource();
  source.start();
  say('Listening on port 40000');
  await eventually(() => expect(shown(appliance)).toMatchObject({ state: 'failed' }));
});

test('an appliance that says nothing for twenty seconds has failed, and is ended', () => {
  const { source, appliance, children, clock } = aSource();
  source.start();
  clock.advance(20_000);
  expect(shown(appliance)).toEqual({
    state: 'failed',
    message: 'The appliance of this console did not start in time.',
  });
  expect(children[0]?.kill).toHaveBeenCalledOnce();
});

test('the words of an appliance are awaited when its exit is told before them', async () => {
  const { source, appliance, children, say } = aSource();
  source.start();
  children[0]?.emit('exit', 2);
  const message = 'The fleet file office.json is not valid.';
  say(JSON.stringify({ ready: false, problem: 'fleet-file', message }));
  await eventually(() => expect(shown(appliance)).toEqual({ state: 'failed', message }));
});

test('an appliance that ends without a word is shown as soon as that is certain', async () => {
  const { source, appliance, children } = aSource();
  source.start();
  children[0]?.stdout.end();
  children[0]?.emit('exit', 1);
  expect(shown(appliance)).toEqual({ state: 'starting' });
  children[0]?.stderr.end('Error: no such module\n');
  const message = 'The appliance of this console stopped (exit code 1). Error: no such module';
  await eventually(() => expect(shown(appliance)).toEqual({ state: 'failed', message }));
});

test('an ended appliance whose streams stay open is shown a second later', () => {
  const { source, appliance, children, clock } = aSource();
  source.start();
  children[0]?.emit('exit', 1);
  clock.advance(1_000);
  const message = 'The appliance of this console stopped (exit code 1).';
  expect(shown(appliance)).toEqual({ state: 'failed', message });
});

test('an appliance that dies later is shown with its last words, and can be started again', async () => {
  const { source, appliance, children, forked, say } = aSource();
  source.start();
  say(JSON.stringify(READY));
  await eventually(() => expect(appliance.connect).toHaveBeenCalledOnce());
  children[0]?.stderr.end('{"level":30,"msg":"a console has signed in"}\nError: out of memory\n    at x\n');
  children[0]?.stdout.end();
  children[0]?.emit('exit', 134);
  const message = 'The appliance of this console stopped (exit code 134). Error: out of memory';
  await eventually(() => expect(shown(appliance)).toEqual({ state: 'failed', message }));

  source.tryAgain();
  expect(forked).toHaveLength(2);
});

test('the appliance ends with the console', () => {
  const { source, children } = aSource();
  source.start();
  source.stop();
  expect(children[0]?.kill).toHaveBeenCalledOnce();
});

test('this computer becomes a Jump Item when asked for', async () => {
  const { source, forked, children, say } = aSource({ withThisComputer: true });
  source.start();
  say(JSON.stringify(READY));
  await eventually(() => expect(forked).toHaveLength(2));
  const [program, words] = forked[1] ?? [];
  expect(program).toBe('jump-client');
  expect(words?.slice(0, 4)).toEqual(['--appliance', READY.url, '--installer-key', 'installer-key']);
  source.stop();
  expect(children[1]?.kill).toHaveBeenCalledOnce();
});

test('an address with a token from the environment is joined with it', async () => {
  const { source, appliance, recall } = aSource({ appliance: 'http://127.0.0.1:1' }, 'given');
  source.start();
  await eventually(() =>
    expect(appliance.connect).toHaveBeenCalledExactlyOnceWith({
      address: 'http://127.0.0.1:1',
      token: 'given',
    }),
  );
  expect(recall).not.toHaveBeenCalled();
});

test('a kept token is used for its own appliance only', async () => {
  const { source, appliance, recall } = aSource({ appliance: 'http://127.0.0.1:1' });
  recall.mockResolvedValue({ address: 'https://elsewhere.example', token: 'kept' });
  source.start();
  await recall.mock.results[0]?.value;
  expect(appliance.connect).not.toHaveBeenCalled();
  expect(shown(appliance)).toEqual({ state: 'signed-out', address: 'http://127.0.0.1:1', reason: null });
});
