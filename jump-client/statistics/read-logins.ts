import type { System } from '../system.ts';
import { parseKeyValues } from './parse/parse-key-values.ts';
import { type Login, parseUtmp } from './parse/parse-utmp.ts';

/** The file of logins, where a system keeps one. */
export const UTMP = '/var/run/utmp';
const SYSTEMD_SESSIONS = '/run/systemd/sessions';

/** Who is logged in. A system that keeps no record of logins has none. */
export async function readLogins(system: System): Promise<Login[]> {
  const utmp = await orNone(() => system.readBytes(UTMP));
  if (utmp !== null) return parseUtmp(utmp, system.architecture());
  // Newer systems have no utmp; systemd keeps a file for each session.
  const names = (await orNone(() => system.listFolder(SYSTEMD_SESSIONS))) ?? [];
  const logins: Login[] = [];
  for (const name of names.filter((entry) => /^\w+$/.test(entry)).slice(0, 500)) {
    const session = parseKeyValues(
      (await orNone(() => system.readText(`${SYSTEMD_SESSIONS}/${name}`))) ?? '',
    );
    if (session.get('CLASS') !== 'user' || session.get('STATE') === 'closing') continue;
    const user = session.get('USER');
    if (user === undefined) continue;
    logins.push({
      user,
      terminal: session.get('DISPLAY') ?? session.get('TTY') ?? session.get('SEAT') ?? '',
      from: session.get('REMOTE_HOST') ?? '',
      since: microseconds(session.get('REALTIME')),
    });
  }
  return logins;
}

function microseconds(text: string | undefined): number | null {
  const value = Number(text);
  return text !== undefined && Number.isFinite(value) ? Math.round(value / 1_000) : null;
}

/** A file that does not exist is an answer; one that cannot be read is not. */
export async function orNone<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
