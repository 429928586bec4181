import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';

/** How soon a login and a logout are noticed: a small file is read that often. */
export const LOOK_MS = 5_000;

/** R2.9: the login of the user for whom a Jump Client is installed. */
export type UserLogin = {
  /** Resolves once the user is logged in, or nobody can tell; also when `until` says that it is not waited for any more. */
  present(until: AbortSignal): Promise<void>;
  /** Does something once when the user has logged out. @returns a function that stops watching */
  onceGone(action: () => void): () => void;
};

type Options = {
  /** Null: nobody can tell. */
  isLoggedIn: () => Promise<boolean | null>;
  clock: Clock;
  log: Logger;
};

/**
 * A user counts as logged in until a login of theirs has been seen: who came by `su`, or works in a container, is written
 * down nowhere, and is there all the same.
 */
export function createUserLogin({ isLoggedIn, clock, log }: Options): UserLogin {
  let wasSeen = false;
  async function isPresent(): Promise<boolean> {
    try {
      const loggedIn = await isLoggedIn();
      wasSeen ||= loggedIn === true;
      return loggedIn !== false || !wasSeen;
    } catch (error) {
      log.warn({ error }, 'Whether the user is logged in cannot be read: taken for yes.');
      return true;
    }
  }

  /** Looks again and again until it is as wanted. @returns a function that calls it off */
  function watch(wanted: boolean, action: () => void): () => void {
    let isOver = false;
    let cancelTimer = () => {};
    const look = async () => {
      const isSo = (await isPresent()) === wanted;
      if (isOver) return;
      if (isSo) action();
      else cancelTimer = clock.after(LOOK_MS, () => void look());
    };
    void look();
    return () => {
      isOver = true;
      cancelTimer();
    };
  }

  return {
    present: (until) =>
      new Promise((resolve) => {
        if (until.aborted) return resolve();
        const stop = watch(true, resolve);
        until.addEventListener('abort', () => {
          stop();
          resolve();
        });
      }),
    onceGone: (action) => watch(false, action),
  };
}

/** A Jump Client in service mode is there whoever is logged in. */
export const whoeverIsLoggedIn: UserLogin = {
  present: () => Promise.resolve(),
  onceGone: () => () => undefined,
};
