import type { Account } from '../statistics/parse/parse-passwd.ts';

/** How the user's shell is started. */
export type LoginShell = { program: string; words: string[]; folder: string; env: Record<string, string> };

const NOT_A_SHELL = /(^|\/)(nologin|false|true|sync|halt|shutdown)$/;
/** Those known to take `-l`; another is started plainly. */
const TAKES_LOGIN_OPTION = /\/(ash|bash|dash|fish|ksh|mksh|sh|zsh)$/;
const PASSED_ON = ['PATH', 'LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'TZ', 'DISPLAY', 'XDG_RUNTIME_DIR'];

/**
 * The login shell of the account that the Jump Client runs as, in its home, or in the one that `HOME` names. Of the
 * Jump Client's own environment only what a shell needs is passed on: an installer key, for one, is not.
 * @param account null when /etc/passwd does not name it
 */
export function loginShellOf(options: {
  account: Account | null;
  env: NodeJS.ProcessEnv;
  exists: (path: string) => boolean;
}): LoginShell {
  const { account, env, exists } = options;
  const isUsable = account !== null && exists(account.shell) && !NOT_A_SHELL.test(account.shell);
  const program = isUsable ? account.shell : '/bin/sh';
  const folder = [env.HOME ?? '', account?.home ?? ''].find((home) => home !== '' && exists(home)) ?? '/';
  const user = account?.name ?? '';
  return {
    program,
    words: TAKES_LOGIN_OPTION.test(program) ? ['-l'] : [],
    folder,
    env: {
      ...Object.fromEntries(
        PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])),
      ),
      HOME: folder,
      USER: user,
      LOGNAME: user,
      SHELL: program,
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
    },
  };
}
