import { expect, test } from 'vitest';
import { loginShellOf } from './login-shell.ts';

const KIM = { name: 'kim', userId: 1_000, groupId: 1_000, home: '/home/kim', shell: '/usr/bin/zsh' };
const everything = () => true;

test("the user's own shell starts as a login shell in the home folder", () => {
  expect(loginShellOf({ account: KIM, env: {}, exists: everything })).toEqual({
    program: '/usr/bin/zsh',
    words: ['-l'],
    folder: '/home/kim',
    env: {
      HOME: '/home/kim',
      USER: 'kim',
      LOGNAME: 'kim',
      SHELL: '/usr/bin/zsh',
      TERM: 'xterm-256color',
      COLORTERM: 'truecolor',
    },
  });
});

test.each(['/usr/sbin/nologin', '/bin/false', ''])('with %j as shell it is /bin/sh', (shell) => {
  const exists = (path: string) => path !== '';
  expect(loginShellOf({ account: { ...KIM, shell }, env: {}, exists }).program).toBe('/bin/sh');
});

test('a shell that is not installed, or no account, still gives a shell', () => {
  const nothing = () => false;
  expect(loginShellOf({ account: KIM, env: {}, exists: nothing })).toMatchObject({
    program: '/bin/sh',
    folder: '/',
  });
  expect(loginShellOf({ account: null, env: {}, exists: everything })).toMatchObject({ program: '/bin/sh' });
});

test("the Jump Client's own environment stays its own", () => {
  const env = {
    PATH: '/bin',
    LANG: 'C.UTF-8',
    JUMP_CLIENT_INSTALLER_KEY: 'secret',
    NODE_OPTIONS: '--inspect',
  };
  const shell = loginShellOf({ account: KIM, env, exists: everything });
  expect(shell.env).toMatchObject({ PATH: '/bin', LANG: 'C.UTF-8' });
  expect(JSON.stringify(shell)).not.toMatch(/secret|NODE_OPTIONS/);
});

test('a Jump Client that was given a home of its own starts shells there', () => {
  const shell = loginShellOf({ account: KIM, env: { HOME: '/srv/jump' }, exists: everything });
  expect(shell).toMatchObject({ folder: '/srv/jump', env: { HOME: '/srv/jump' } });
});
