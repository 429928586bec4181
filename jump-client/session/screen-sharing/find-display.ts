import { type Account, parsePasswd } from '../../statistics/parse/parse-passwd.ts';
import { consoleUserOf } from '../../statistics/parse/parse-utmp.ts';
import { orNone, readLogins } from '../../statistics/read-logins.ts';
import type { System } from '../../system.ts';

/** An X display of this computer, and what a program needs to be let in. */
export type Display = {
  /** `:0` */
  readonly name: string;
  /** The file with the display's key; null: where the person's home has it, or nowhere. */
  readonly authority: string | null;
  /** Whose display it is, where that is somebody else than this program runs as. */
  readonly account: Account | null;
};
export type DisplaySearch =
  | { readonly found: Display }
  | { readonly found: null; readonly trouble: 'no-display' | 'wayland' };

type Options = {
  system: System;
  env: NodeJS.ProcessEnv;
  /** As what this program runs. */
  userId: number;
};
type Desktop = { display: string; authority: string | null; isWayland: boolean };

/** A display of this computer: one that comes over the network, as with `ssh -X`, is another's screen. */
const LOCAL_DISPLAY = /^(?:unix)?(:\d{1,4})(?:\.\d{1,2})?$/;
const X_SERVERS = /(^|\/)(X|Xorg|Xvfb|Xephyr|Xvnc|Xtigervnc)$/;

/**
 * The X display to share: the one that this program was started on; else the desktop of the person it runs for; as root
 * the desktop of whoever is at the screen and, with nobody logged in, the screen that asks who it is (R4.7).
 */
export async function findDisplay({ system, env, userId }: Options): Promise<DisplaySearch> {
  const own = desktopOf(env);
  if (own !== null) return answer(own, null);
  const account = userId === 0 ? await accountAtScreen(system) : null;
  const desktop = await desktopOfUser(system, account?.userId ?? userId);
  if (desktop !== null) return answer(desktop, account);
  const bare = userId === 0 ? await bareDisplay(system) : null;
  return bare === null ? { found: null, trouble: 'no-display' } : answer(bare, null);
}

function answer({ display, authority, isWayland }: Desktop, account: Account | null): DisplaySearch {
  if (isWayland) return { found: null, trouble: 'wayland' };
  return { found: { name: display, authority, account: account?.userId === 0 ? null : account } };
}

function desktopOf(env: NodeJS.ProcessEnv): Desktop | null {
  const display = LOCAL_DISPLAY.exec(env.DISPLAY ?? '')?.[1];
  if (display === undefined) return null;
  return {
    display,
    authority: env.XAUTHORITY || null,
    isWayland: env.XDG_SESSION_TYPE === 'wayland',
  };
}

async function accountAtScreen(system: System): Promise<Account | null> {
  const name = consoleUserOf(await readLogins(system));
  if (name === '') return null;
  const accounts = parsePasswd((await orNone(() => system.readText('/etc/passwd'))) ?? '');
  return accounts.find((account) => account.name === name) ?? null;
}

/** What the programs of a person's desktop were started with. */
async function desktopOfUser(system: System, userId: number): Promise<Desktop | null> {
  for (const process of await processesOf(system)) {
    const status = await readOrNone(system, `${process}/status`);
    if (Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN) !== userId) continue;
    const desktop = desktopOf(environmentIn(await readOrNone(system, `${process}/environ`)));
    if (desktop !== null) return desktop;
  }
  return null;
}

/** An X server without a desktop, by the words that it was started with. */
async function bareDisplay(system: System): Promise<Desktop | null> {
  for (const process of await processesOf(system)) {
    const words = (await readOrNone(system, `${process}/cmdline`)).split('\0');
    const display = words.find((word) => LOCAL_DISPLAY.test(word));
    if (display === undefined || !X_SERVERS.test(words[0] ?? '')) continue;
    const place = words.indexOf('-auth');
    return { display, authority: place < 0 ? null : (words[place + 1] ?? null), isWayland: false };
  }
  return null;
}

async function processesOf(system: System): Promise<string[]> {
  const names = (await orNone(() => system.listFolder('/proc'))) ?? [];
  return names.filter((name) => /^\d+$/.test(name)).map((name) => `/proc/${name}`);
}

/** A process may have ended meanwhile, or be none of this program's business. */
async function readOrNone(system: System, path: string): Promise<string> {
  const [read] = await Promise.allSettled([system.readText(path)]);
  return read.status === 'fulfilled' ? read.value : '';
}

function environmentIn(text: string): NodeJS.ProcessEnv {
  const entries = text.split('\0').map((entry) => {
    const at = entry.indexOf('=');
    return [entry.slice(0, Math.max(at, 0)), entry.slice(at + 1)];
  });
  return Object.fromEntries(entries);
}
