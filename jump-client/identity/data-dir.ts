import { join } from 'node:path';

/** Where a Jump Client keeps its identity unless told otherwise: `$XDG_DATA_HOME`, else `~/.local/share`. */
export function defaultDataDir(env: NodeJS.ProcessEnv, home: string): string {
  const dataHome = env.XDG_DATA_HOME;
  // The specification of these folders says: a relative path is invalid and has to be ignored.
  const base = dataHome?.startsWith('/') ? dataHome : join(home, '.local', 'share');
  return join(base, 'jump-console', 'jump-client');
}
