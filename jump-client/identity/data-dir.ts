import { join } from 'node:path';

/** Where programs keep a user's data: `$XDG_DATA_HOME`, else `~/.local/share`. */
export function userDataHome(env: NodeJS.ProcessEnv, home: string): string {
  const dataHome = env.XDG_DATA_HOME;
  // The specification of these folders says: a relative path is invalid and has to be ignored.
  return dataHome?.startsWith('/') ? dataHome : join(home, '.local', 'share');
}

/** Where a Jump Client keeps its identity unless told otherwise, or installed in a folder of its own. */
export function defaultDataDir(env: NodeJS.ProcessEnv, home: string): string {
  return join(userDataHome(env, home), 'jump-console', 'jump-client');
}
