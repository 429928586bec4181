import { parseKeyValues } from '../statistics/parse/parse-key-values.ts';
import { parseUtmp } from '../statistics/parse/parse-utmp.ts';
import { orNone, UTMP } from '../statistics/read-logins.ts';
import type { System } from '../system.ts';

/** What systemd-logind keeps of each user, as `sd_uid_get_state(3)` reads it: a file named by the user's number. */
const LOGIND_USERS = '/run/systemd/users';
/** There where systemd runs, as `sd_booted(3)` says; a container may well have the other folder of a system that does not. */
const SYSTEMD_RUNS = '/run/systemd/system';
/** Neither *lingering* (services without a login) nor *closing* (programs that outlive it). */
const LOGGED_IN = ['opening', 'online', 'active'];

/**
 * Whether a user is logged in (R2.9): as systemd-logind says; without it, as the file of logins does.
 * @returns null where the system keeps no record of logins
 */
export async function isLoggedIn(
  system: System,
  user: { userId: number; name: string },
): Promise<boolean | null> {
  if (await hasLogind(system)) {
    const record = await orNone(() => system.readText(`${LOGIND_USERS}/${user.userId}`));
    return LOGGED_IN.includes(parseKeyValues(record ?? '').get('STATE') ?? '');
  }
  const utmp = await orNone(() => system.readBytes(UTMP));
  if (utmp === null) return null;
  return parseUtmp(utmp, system.architecture()).some(({ user: name }) => name === user.name);
}

async function hasLogind(system: System): Promise<boolean> {
  for (const folder of [SYSTEMD_RUNS, LOGIND_USERS]) {
    if ((await orNone(() => system.listFolder(folder))) === null) return false;
  }
  return true;
}
