import { expect, test, vi } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createSilentLog } from '../testing/silent-log.ts';
import { createUserLogin, LOOK_MS, whoeverIsLoggedIn } from './user-login.ts';

/** A user of whom the test says whether they are logged in. */
function aUser(first: boolean | null) {
  const clock = createManualClock();
  const answers = { loggedIn: first };
  const isLoggedIn = vi.fn(async () => answers.loggedIn);
  const login = createUserLogin({ isLoggedIn, clock, log: createSilentLog() });
  const look = async () => {
    await expect.poll(() => clock.nextDelay).toBe(LOOK_MS);
    clock.advance(LOOK_MS);
  };
  return { login, answers, clock, look, isLoggedIn };
}

/** One whose login was seen, and who has logged out since. */
async function aUserWhoLeft() {
  const user = aUser(true);
  await user.login.present(new AbortController().signal);
  user.answers.loggedIn = false;
  return user;
}

test('R2.9 the user is waited for, and the logout noticed', async () => {
  const { login, answers, look } = await aUserWhoLeft();
  let isPresent = false;
  const present = login.present(new AbortController().signal).then(() => {
    isPresent = true;
  });
  await look();
  expect(isPresent).toBe(false);
  answers.loggedIn = true;
  await look();
  await present;

  const gone = vi.fn();
  login.onceGone(gone);
  await look();
  expect(gone).not.toHaveBeenCalled();
  answers.loggedIn = false;
  await look();
  await expect.poll(() => gone).toHaveBeenCalledOnce();
});

test('R2.9 a user of whom no login was ever written down is there', async () => {
  const { login, clock, answers } = aUser(false);
  await login.present(new AbortController().signal);
  const gone = vi.fn();
  login.onceGone(gone);
  await expect.poll(() => clock.nextDelay).toBe(LOOK_MS);
  expect(gone).not.toHaveBeenCalled();
  answers.loggedIn = true;
  clock.advance(LOOK_MS);
});

test('where nobody can tell, the user counts as logged in', async () => {
  const { login, isLoggedIn } = aUser(null);
  await login.present(new AbortController().signal);
  isLoggedIn.mockRejectedValue(new Error('unreadable'));
  await login.present(new AbortController().signal);
});

test('nobody waits any more, and nothing is looked at', async () => {
  const { login, clock } = await aUserWhoLeft();
  const stopping = new AbortController();
  const present = login.present(stopping.signal);
  await expect.poll(() => clock.nextDelay).toBe(LOOK_MS);
  stopping.abort();
  await present;
  expect(clock.nextDelay).toBeNull();
  await login.present(stopping.signal);
});

test('R2.9 in service mode nobody is waited for, and nobody leaves', async () => {
  await whoeverIsLoggedIn.present(new AbortController().signal);
  const gone = vi.fn();
  whoeverIsLoggedIn.onceGone(gone)();
  expect(gone).not.toHaveBeenCalled();
});
