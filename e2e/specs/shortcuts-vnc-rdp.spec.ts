import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { test as base } from '../fixtures/console-test.ts';
import type { RunningAppliance } from '../fixtures/running-appliance.ts';
import { type RunningVncServer, startVncServer } from '../fixtures/vnc-server.ts';
import { jumpInterface } from '../pages/jump-interface.ts';
import { vncTab } from '../pages/vnc-tab.ts';

const BLUE = 0x2040a0;
const GREEN = 0x20a040;
const RED = 0xa02020;

type VncServers = { startVnc: (options?: { withPassword?: boolean }) => Promise<RunningVncServer> };
type Given = VncServers & {
  appliance: RunningAppliance;
  whenDone: (name: string, log: () => string, stop: () => Promise<void>) => void;
};

/** A VNC server whose screen is blue, turns green when somebody types there, and red when somebody clicks. */
const test = base.extend<VncServers>({
  startVnc: async ({ whenDone }, use, testInfo) => {
    await use(async ({ withPassword = false } = {}) => {
      const server = await startVncServer({
        ...(withPassword && { passwordFile: testInfo.outputPath('vnc-password') }),
        color: BLUE,
        onEvent: ({ kind }) => (kind === 'key' ? GREEN : RED),
      });
      whenDone('vnc-server', server.log, server.stop);
      return server;
    });
  },
});

/** A VNC server and an item that leads to it. */
async function aTill({ appliance, startVnc }: Pick<Given, 'appliance' | 'startVnc'>, withPassword = false) {
  const server = await startVnc({ withPassword });
  const { port } = server;
  await appliance.addJumpShortcut({ method: 'local-vnc', name: 'Till', hostname: '127.0.0.1', port });
  return server;
}

/** A TCP server in a computer's place. */
async function startServer(whenDone: Given['whenDone'], onSocket: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined); // the console hung up
    onSocket(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  whenDone(
    'tcp-server',
    () => '',
    async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

test('R1.8 Jump on a Local VNC shows the other computer’s picture, and keys and clicks arrive there', async ({
  page,
  appliance,
  startVnc,
}) => {
  const server = await aTill({ appliance, startVnc });
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect(tab.status).toHaveText('Connected');
  await expect.poll(tab.color).toBe('#2040a0');

  await page.keyboard.press('x');
  await expect.poll(tab.color).toBe('#20a040');
  expect(server.painter.events).toMatchObject([{ kind: 'key' }]);

  const box = await tab.canvas.boundingBox();
  await tab.canvas.click({ position: { x: (box?.width ?? 0) / 4, y: (box?.height ?? 0) / 2 } });
  await expect.poll(tab.color).toBe('#a02020');
  const click = server.painter.events.find(({ kind }) => kind === 'button');
  expect(Math.abs((click?.x ?? 0) - 160)).toBeLessThanOrEqual(2);
  expect(Math.abs((click?.y ?? 0) - 240)).toBeLessThanOrEqual(2);

  const item = (await appliance.jumpItems()).find(({ name }) => name === 'Till');
  expect(item?.lastAccessedAt).not.toBeNull();
});

test('R1.8 while the remote screen has the keyboard, no key runs an action of the console; Ctrl+Tab does', async ({
  page,
  appliance,
  startVnc,
}) => {
  const server = await aTill({ appliance, startVnc });
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect(tab.status).toHaveText('Connected');
  for (const key of ['Control+k', 'F1', 'Control+f', 'F5', 'Delete']) await page.keyboard.press(key);
  await expect.poll(() => server.painter.events.filter(({ kind }) => kind === 'key').length).toBe(7);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tab.panel).toBeVisible();

  await page.keyboard.press('Control+F6');
  await expect(tab.toolbar.locator(':focus')).toHaveCount(1);
  await tab.canvas.click();
  await page.keyboard.press('Control+Tab');
  await expect(tab.panel).toBeHidden();
  await expect(tab.tab).toBeVisible();
});

test('View only sends nothing; full screen is left again; End closes the tab', async ({
  page,
  appliance,
  startVnc,
}) => {
  const server = await aTill({ appliance, startVnc });
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect(tab.status).toHaveText('Connected');
  await tab.choice('View only').click();
  await tab.canvas.click();
  await page.keyboard.press('x');
  await tab.choice('Control').click();
  await tab.canvas.click();
  await expect.poll(() => server.painter.events.length).toBe(1);
  expect(server.painter.events).toMatchObject([{ kind: 'button' }]);

  await tab.choice('100 %').click();
  await expect.poll(async () => (await tab.canvas.boundingBox())?.width).toBe(640);
  await tab.fullScreen.click();
  await expect(page.getByRole('tablist')).toBeHidden();
  await page.keyboard.press('Control+F6');
  await tab.leaveFullScreen.click();
  await expect(tab.tab).toBeVisible();
  await tab.end.click();
  await expect(tab.tab).toHaveCount(0);
});

test('R1.8 a password is asked for, and asked for again when it was wrong', async ({
  page,
  appliance,
  startVnc,
}) => {
  await aTill({ appliance, startVnc }, true);
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect(tab.password).toBeFocused();
  await expect(tab.status).toHaveText('Password needed');
  await tab.password.fill('wrong');
  await tab.password.press('Enter');
  await expect(tab.panel.getByText(/The computer did not take it/)).toBeVisible();
  await tab.password.fill('password');
  await expect(tab.overMark).toHaveCount(1);
  await tab.connect.click();
  await expect.poll(tab.color).toBe('#2040a0');
  await expect(tab.overMark).toHaveCount(0);
});

test('a server that is gone is a lost connection; one that does not listen says so', async ({
  page,
  appliance,
  startVnc,
}) => {
  const server = await aTill({ appliance, startVnc });
  await jumpInterface(page).row('Till').dblclick();
  const tab = vncTab(page, 'Till');
  await expect.poll(tab.color).toBe('#2040a0');
  await server.stop();
  await expect(tab.panel.getByText('The connection was lost')).toBeVisible();
  await tab.reconnect.click();
  await expect(tab.panel.getByText(`Cannot connect to 127.0.0.1:${server.port}`)).toBeVisible();
  await expect(tab.panel.getByText(/Nothing listens there.*ECONNREFUSED/)).toBeVisible();
  await expect(tab.tryAgain).toBeVisible();
});

test('a hostile server harms nothing: garbage, a screen without end, a flood', async ({
  page,
  appliance,
  whenDone,
}) => {
  const garbage = Buffer.alloc(256 * 1024, 'not VNC ');
  const version = 'RFB 003.008\n';
  /** Lets everybody in, with a screen of this size. */
  const greet = (socket: Socket, width: number, height: number, then: (socket: Socket) => void) => {
    const said: Buffer[] = [];
    socket.write(version);
    socket.on('data', (bytes) => {
      said.push(bytes);
      const length = Buffer.concat(said).length;
      if (length === 12) socket.write(Buffer.from([1, 1]));
      else if (length === 13) socket.write(Buffer.alloc(4));
      else if (length === 14) {
        const init = Buffer.alloc(28);
        init.writeUInt16BE(width, 0);
        init.writeUInt16BE(height, 2);
        init.set([32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0], 4);
        init.writeUInt32BE(4, 20);
        init.write('evil', 24);
        socket.write(init);
        then(socket);
      }
    });
  };
  const flood = (socket: Socket) => {
    // A clipboard text of 2 GB, without end.
    socket.write(Buffer.from([3, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff]));
    const pump = () => {
      while (!socket.destroyed && socket.write(garbage));
    };
    socket.on('drain', pump);
    pump();
  };
  const hostile: Record<string, (socket: Socket) => void> = {
    Garbage: (socket) => socket.write(garbage),
    Endless: (socket) => greet(socket, 65_535, 65_535, () => undefined),
    Flood: (socket) => greet(socket, 64, 64, flood),
  };
  for (const [name, behave] of Object.entries(hostile)) {
    const port = await startServer(whenDone, behave);
    await appliance.addJumpShortcut({ method: 'local-vnc', name, hostname: '127.0.0.1', port });
    await jumpInterface(page).row(name).dblclick();
    const tab = vncTab(page, name);
    await expect(tab.panel.getByText('This is no VNC that can be shown')).toBeVisible();
    await expect(page.getByText('Something went wrong')).toHaveCount(0);
    await page.getByRole('tab', { name: 'Jump interface' }).click();
  }
});

test('R1.8 Jump on a Local RDP starts the system’s program with the address as one word', async ({
  appliance,
  openConsole,
}, testInfo) => {
  const folder = testInfo.outputPath('programs');
  mkdirSync(folder);
  const program = join(folder, 'xfreerdp');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${program}.words'\n`);
  chmodSync(program, 0o755);
  await appliance.addJumpShortcut({
    method: 'local-rdp',
    name: 'Office',
    hostname: 'rdp.example',
    port: 3390,
  });
  const { page } = await openConsole({ env: { PATH: folder } });
  await jumpInterface(page).row('Office').dblclick();
  await expect(page.getByText('xfreerdp was started for rdp.example:3390.')).toBeVisible();
  const words = `${program}.words`;
  await expect
    .poll(() => (existsSync(words) ? readFileSync(words, 'utf8') : null))
    .toBe('/v:rdp.example:3390\n');
});

test('R1.8 where no program for it is installed, the address to connect to stands there', async ({
  openConsole,
}, testInfo) => {
  const { page } = await openConsole({ env: { PATH: testInfo.outputPath('nothing') } });
  await jumpInterface(page).row('Terminal server').dblclick();
  await expect(page.getByText('Connect to rdp.example:3389 in another way.')).toBeVisible();
  await expect(page.getByText('Looked for: remmina, xfreerdp3, xfreerdp.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the address' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
});
