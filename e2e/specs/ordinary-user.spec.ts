import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { expect } from 'playwright/test';
import { test } from '../fixtures/console-test.ts';
import { createOrdinaryUser, type OrdinaryUser } from '../fixtures/ordinary-user.ts';
import { jumpInterface } from '../pages/jump-interface.ts';

test('an ordinary user runs the console with its sandbox on, and the list comes', async ({
  appliance,
  whenDone,
}) => {
  const user = createOrdinaryUser();
  whenDone(
    'user',
    () => user.home,
    async () => user.remove(),
  );
  const console = launch(user, appliance.url, appliance.token());
  whenDone(
    'console-of-user',
    () => console.said.join(''),
    () => end(console.child),
  );

  const browser = await chromium.connectOverCDP(await console.debugging);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The console shows no page.');
  await expect(jumpInterface(page).row('Reception')).toBeVisible();

  const processes = processesOf(join(user.home, 'profile'));
  expect(processes.filter(({ words }) => words.includes('--no-sandbox'))).toEqual([]);
  const renderer = processes.find(({ words }) => words.includes('--type=renderer'));
  expect(renderer?.status).toMatch(/^Seccomp:\s*2$/m);
  expect(renderer?.status).toMatch(/^NoNewPrivs:\s*1$/m);
  await browser.close();
});

type Launched = { child: ChildProcess; said: string[]; debugging: Promise<string> };

/** Playwright's own way into Electron reads files that another user may not: Chromium's debugging port is the way here. */
function launch(user: OrdinaryUser, applianceUrl: string, token: string): Launched {
  const { program, words } = user.command([
    user.electron,
    user.application,
    `--user-data-dir=${join(user.home, 'profile')}`,
    `--appliance=${applianceUrl}`,
    '--remote-debugging-port=0',
  ]);
  const env = { ...user.env, JUMP_CONSOLE_TOKEN: token };
  const child = spawn(program, words, { cwd: user.home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  const debugging = new Promise<string>((found, failed) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(`${line}\n`);
      const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('error', failed);
    child.once('close', () => failed(new Error(`The console ended:\n${said.join('')}`)));
  });
  return { child, said, debugging };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  child.kill('SIGTERM');
  await ended;
}

/** The processes of the console with this profile, as the kernel describes them. */
function processesOf(profile: string): { words: string[]; status: string }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((id) => {
      try {
        // A process of Chromium's writes its command line anew, with blanks between the words.
        const words = readFileSync(`/proc/${id}/cmdline`, 'utf8').split(/[\0 ]/);
        return [{ words, status: readFileSync(`/proc/${id}/status`, 'utf8') }];
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code !== 'EACCES') return []; // it has just ended
        throw error;
      }
    });
  return all.filter(({ words }) => words.some((word) => word.includes(profile)));
}
