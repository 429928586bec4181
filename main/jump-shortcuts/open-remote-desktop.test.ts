import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { createQuietLog } from '../testing/quiet-log.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createOpenRemoteDesktop } from './open-remote-desktop.ts';

/** A program that writes down its words, one a line, and ends with this code. */
function aProgram(folder: string, name: string, exitCode = 0): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.words"\nexit ${exitCode}\n`);
  chmodSync(join(folder, name), 0o755);
}

function setUp(...folders: readonly string[]) {
  const onFailed = vi.fn();
  const PATH = folders.join(delimiter);
  const log = createQuietLog();
  const open = createOpenRemoteDesktop({ platform: 'linux', environment: { PATH }, log, onFailed });
  return { open, onFailed };
}

const wordsOf = (file: string) =>
  existsSync(`${file}.words`) ? readFileSync(`${file}.words`, 'utf8').trim().split('\n') : [];

test('R1.8 the first program that is there is started with the address as one word', async () => {
  const folder = temporaryFolder();
  aProgram(folder, 'xfreerdp');
  const { open, onFailed } = setUp(folder);
  expect(await open('rdp.example', 3_390)).toEqual({ program: 'xfreerdp' });
  await eventually(() => expect(wordsOf(join(folder, 'xfreerdp'))).toEqual(['/v:rdp.example:3390']));
  expect(onFailed).not.toHaveBeenCalled();
});

test('R1.8 where none is there, it says which it looked for', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'remmina'));
  writeFileSync(join(folder, 'xfreerdp'), 'not a program');
  expect(await setUp(folder).open('rdp.example', 3_389)).toEqual({
    lookedFor: ['remmina', 'xfreerdp3', 'xfreerdp'],
  });
});

test('a file that cannot be run is passed over', async () => {
  const folder = temporaryFolder();
  for (const name of ['remmina', 'xfreerdp3']) {
    writeFileSync(join(folder, name), '#!/no/such/interpreter\n', { mode: 0o755 });
  }
  aProgram(folder, 'xfreerdp');
  expect(await setUp(folder).open('rdp.example', 3_389)).toEqual({ program: 'xfreerdp' });
  // Its folder stays until it has written there.
  await eventually(() => expect(wordsOf(join(folder, 'xfreerdp'))).not.toEqual([]));
});

test('a folder of PATH that hangs on where the console was started is not looked into', async () => {
  expect(await setUp('.', '').open('rdp.example', 3_389)).toMatchObject({ lookedFor: expect.anything() });
});

test('a program that ends with a failure of its own is told of', async () => {
  const folder = temporaryFolder();
  aProgram(folder, 'xfreerdp', 131);
  const { open, onFailed } = setUp(folder);
  await open('::1', 3_389);
  await eventually(() =>
    expect(onFailed).toHaveBeenCalledExactlyOnceWith({
      program: 'xfreerdp',
      address: '[::1]:3389',
      exitCode: 131,
    }),
  );
});
