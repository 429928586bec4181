import { expect, onTestFinished, test, vi } from 'vitest';
import { parseCommandLine } from './command-line.ts';
import { EXIT } from './exit-codes.ts';

function parse(words: string[], env: NodeJS.ProcessEnv = {}) {
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    onTestFinished(() => spy.mockRestore());
  }
  return parseCommandLine(words, { env, home: '/home/kim', version: '1.2.3', ownDataDir: null });
}
const DATA_DIR = '/home/kim/.local/share/jump-console/jump-client';

test('without a subcommand it runs', () => {
  expect(parse(['--appliance', 'http://a:1/', '--installer-key', 'k', '--data-dir', '/d'])).toEqual({
    command: 'run',
    appliance: 'http://a:1',
    installerKey: 'k',
    dataDir: '/d',
  });
  expect(parse([], { JUMP_CLIENT_INSTALLER_KEY: 'from env' })).toEqual({
    command: 'run',
    appliance: null,
    installerKey: 'from env',
    dataDir: DATA_DIR,
  });
});

test('R5.5 a device is played in a folder of its own', () => {
  const words = ['--simulate', 'android', '--appliance', 'http://a:1'];
  const device = { command: 'simulate', appliance: 'http://a:1', installerKey: null };
  const dataDir = '/home/kim/.local/share/jump-console/simulated-android';
  expect(parse(words)).toEqual({ ...device, dataDir });
  expect(parse([...words, '--data-dir', '/d'])).toEqual({ ...device, dataDir: '/d' });
});

test.each(['disable', 'enable', 'uninstall'])('%s takes the data folder before or after it', (command) => {
  expect(parse([command])).toEqual({ command, dataDir: DATA_DIR });
  expect(parse([command, '--data-dir', '/d'])).toEqual({ command, dataDir: '/d' });
  expect(parse(['--data-dir', '/d', command])).toEqual({ command, dataDir: '/d' });
});

test.each([
  ['--appliance', 'somewhere'],
  ['--simulate', 'android'],
  ['--simulate', 'windows'],
  ['--unknown'],
  ['format'],
  ['--data-dir'],
])('a wrong command line ends with its own exit code: %s', (...words) => {
  expect(() => parse(words)).toThrow(expect.objectContaining({ exitCode: EXIT.usage }));
});

test('help and version are shown, and nothing runs', () => {
  expect(parse(['--help'])).toEqual({ command: 'shown' });
  expect(parse(['--version'])).toEqual({ command: 'shown' });
});
