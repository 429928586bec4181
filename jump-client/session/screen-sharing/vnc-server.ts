import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { ScreenTrouble } from '#app/contracts/session-services.ts';
import type { Clock } from '../../clock.ts';
import type { Display } from './find-display.ts';
import type { VncProgram } from './vnc-program.ts';

/** A program that does not listen after this long does not start. */
export const START_MS = 10_000;
const AGAIN_MS = 50;
/** One that does not end when it is asked to is ended. */
const END_MS = 2_000;
const MOST_SAID = 2_000;
const FOLDER = 'jump-console-screen-';

/** Why a screen is not shared (any more). */
export class ScreenRefusal extends Error {
  override readonly name = 'ScreenRefusal';
  readonly trouble: ScreenTrouble;
  readonly detail: string;
  constructor(trouble: ScreenTrouble, detail = '') {
    super(`${trouble}: ${detail}`);
    this.trouble = trouble;
    this.detail = detail;
  }
}

/** A VNC server for one display, on a socket in a folder that nobody else may look into. */
export type VncServer = {
  /** A connection of a viewer's own. @throws {ScreenRefusal} where the program does not come to listen */
  connect(): Promise<Socket>;
  /** Ends it, and leaves nothing. */
  stop(): void;
};

type Options = { program: VncProgram; display: Display; clock: Clock; log: Logger };

/** Starts the program; it ends with {@link VncServer.stop} or, should this process be killed, for want of viewers. */
export function startVncServer({ program, display, clock, log }: Options): VncServer {
  const { account } = display;
  removeLeftFolders();
  const folder = mkdtempSync(join(tmpdir(), `${FOLDER}${process.pid}-`)); // for its owner alone
  if (account !== null) chownSync(folder, account.userId, account.groupId);
  const socketPath = join(folder, 'vnc');
  const child = spawn(program.path, program.words(socketPath), {
    cwd: '/',
    env: environmentFor(display),
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(account !== null && { uid: account.userId, gid: account.groupId }),
  });
  let said = '';
  let hasEnded = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  child.once('error', (error) => {
    said += error.message;
    beEnded();
  });
  child.once('close', () => beEnded());

  function beEnded(): void {
    if (hasEnded) return;
    hasEnded = true;
    rmSync(folder, { recursive: true, force: true });
    log.info({ said }, 'The VNC program has ended.');
  }

  function refusal(): ScreenRefusal {
    const isShut = /(open display|XOpenDisplay)/i.test(said);
    return isShut
      ? new ScreenRefusal('not-let-in', display.name)
      : new ScreenRefusal('not-started', lastLine(said));
  }

  return {
    async connect() {
      const startedAt = clock.now();
      for (;;) {
        const socket = await connectTo(socketPath);
        if (socket !== null) return socket;
        if (hasEnded || clock.now() - startedAt > START_MS) throw refusal();
        await new Promise<void>((resolve) => clock.after(AGAIN_MS, resolve));
      }
    },
    stop() {
      if (hasEnded) return;
      child.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
      const cancel = clock.after(END_MS, () => child.kill('SIGKILL'));
      child.once('close', cancel);
    },
  };
}

/** What the program needs to find the display and its key; nothing else of this process's own. */
function environmentFor({ name, authority, account }: Display): Record<string, string> {
  const home = account?.home ?? process.env.HOME ?? '/';
  return {
    DISPLAY: name,
    HOME: home,
    PATH: process.env.PATH ?? '',
    ...(authority !== null && { XAUTHORITY: authority }),
  };
}

/** Null where nobody listens (yet). */
function connectTo(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', () => resolve(null));
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? '';
}

/** A process that was killed could not take its folder with it; the program in it has taken its socket. */
function removeLeftFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(FOLDER) ? Number.parseInt(name.slice(FOLDER.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isAlive(owner)) continue;
    try {
      rmdirSync(join(tmpdir(), name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error; // in use still, or somebody else's
    }
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
