import type { ApplianceParams, ApplianceReply } from '#app/contracts/appliance-protocol.ts';
import {
  choiceName,
  choiceOf,
  choicesIn,
  isSameChoice,
  type KeptChoice,
  type keptChoiceRequests,
  orderLast,
  withChoices,
} from '#app/contracts/kept-choices.ts';
import {
  DEFAULT_PREFERENCES,
  type FollowingPreferences,
  MOST_OTHERS,
  MOST_UNSENT,
  type Preferences,
} from '#app/contracts/preferences.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { ConnectionLost } from '../appliance-connection/connection-lost.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import type { PreferencesKeeper } from './preferences-keeper.ts';

/** What changes within this is sent once: a column's edge that is dragged, a view that is written in several steps. */
export const GATHER_CHOICES_MS = 500;
/** An appliance that takes no more now is asked again after this. */
export const CHOICES_AGAIN_MS = 5_000;

type RequestName = keyof typeof keptChoiceRequests;
type Deps = {
  keeper: PreferencesKeeper;
  request: <N extends RequestName>(name: N, params: ApplianceParams<N>) => Promise<ApplianceReply<N>>;
  /** Who the appliance says is signed in; null before it has. */
  signedInAs: () => RepresentativeId | null;
  /** The page is told what is not as it was, and not by its own doing. */
  told: (choices: readonly KeptChoice[]) => void;
  /** The page is told that the preferences are somebody else's now. */
  replaced: (preferences: Preferences) => void;
  clock: Pick<Clock, 'after'>;
  log: Log;
};

export type KeptChoices = ReturnType<typeof createKeptChoices>;

/**
 * Lets a representative's choices follow them: what they change here is kept by the appliance, what they change
 * elsewhere comes here. This computer's file has all of it as well, so that nothing waits for the appliance, and what
 * was changed without a connection is sent when there is one.
 */
export function createKeptChoices({ keeper, request, signedInAs, told, replaced, clock, log }: Deps) {
  let cancelSending = () => {};
  let isSending = false;
  /** What is told before the appliance has told all, by its name; null: all was told, and more comes one by one. */
  let arriving: Map<string, KeptChoice> | null = null;
  let isFollowing = false;

  const isUnsent = (choice: KeptChoice) => keeper.preferences.unsentChoices.includes(choiceName(choice));
  const isNew = (choice: KeptChoice) =>
    !isSameChoice(choice, choiceOf(keeper.preferences, choiceName(choice)));

  /** What was changed here and is not sent yet is the newer word. */
  function take(choices: Iterable<KeptChoice>): void {
    const news = [...choices].filter((choice) => !isUnsent(choice) && isNew(choice));
    if (news.length === 0) return;
    try {
      keeper.change(followingOf(withChoices(keeper.preferences, news)));
    } catch (error) {
      log.error({ err: error }, 'choices could not be written'); // they hold until this console ends
    }
    told(news);
  }

  /**
   * Whoever signs in finds their own choices, and nothing of who used this computer before.
   * @returns whether what is here was nobody's until now: an older console left it
   */
  function takeOver(representativeId: RepresentativeId): boolean {
    const { choicesOf, othersChoices, unsentChoices, theme, paneWidths, ...here } = keeper.preferences;
    if (choicesOf === representativeId) return false;
    if (choicesOf === null) {
      keeper.change({ choicesOf: representativeId });
      return true;
    }
    const theirs = othersChoices.find((other) => other.representativeId === representativeId);
    const left = { representativeId: choicesOf, unsentChoices, ...followingOf(here) };
    keeper.change({
      ...DEFAULT_PREFERENCES,
      theme,
      paneWidths,
      ...(theirs && { ...followingOf(theirs), unsentChoices: theirs.unsentChoices }),
      choicesOf: representativeId,
      othersChoices: [left, ...othersChoices.filter((other) => other !== theirs)].slice(0, MOST_OTHERS),
    });
    replaced(keeper.preferences);
    return false;
  }

  /** @returns whether the next one may be sent */
  async function send(name: string): Promise<boolean> {
    const choice = choiceOf(keeper.preferences, name);
    try {
      if (choice !== null) await request('choice:keep', { choice });
    } catch (error) {
      if (!(error instanceof JumpError)) throw error;
      if (error instanceof ConnectionLost || error.code === 'appliance-too-busy') {
        sendAfter(CHOICES_AGAIN_MS);
        return false;
      }
      log.warn({ code: error.code, name }, 'the appliance does not keep a choice');
    }
    if (isSameChoice(choice, choiceOf(keeper.preferences, name)))
      keeper.change({ unsentChoices: keeper.preferences.unsentChoices.filter((one) => one !== name) });
    return true;
  }

  async function sendAll(): Promise<void> {
    if (isSending || !isFollowing) return;
    isSending = true;
    try {
      for (;;) {
        const [name] = keeper.preferences.unsentChoices;
        if (name === undefined || !(await send(name))) return;
      }
    } finally {
      isSending = false;
    }
  }

  function sendAfter(milliseconds: number): void {
    cancelSending();
    cancelSending = clock.after(milliseconds, () => {
      sendAll().catch((error: unknown) => log.error({ err: error }, 'choices could not be sent'));
    });
  }

  /** @returns how `unsentChoices` changes by these */
  function unsentWith(names: readonly string[]): { unsentChoices: string[] } {
    const others = keeper.preferences.unsentChoices.filter((name) => !names.includes(name));
    return { unsentChoices: orderLast([...others, ...names]).slice(-MOST_UNSENT) };
  }

  /**
   * Settles what is here and not kept: an appliance that has none of them is given all. Else a view that it had before
   * was removed so long ago that it has forgotten that, too.
   */
  function settle(kept: ReadonlyMap<string, KeptChoice>, isGivenAll: boolean): void {
    const standard = choicesIn(DEFAULT_PREFERENCES);
    const only = [...choicesIn(keeper.preferences)].filter(
      ([name, choice]) =>
        !kept.has(name) && !isUnsent(choice) && !isSameChoice(choice, standard.get(name) ?? null),
    );
    const given = only.filter(([, choice]) => isGivenAll || choice.of !== 'view').map(([name]) => name);
    if (given.length > 0) keeper.change(unsentWith(given));
    take(
      only.flatMap(([, choice]) => (isGivenAll || choice.of !== 'view' ? [] : { ...choice, value: null })),
    );
  }

  return {
    /** The page has changed them. */
    keep(choices: readonly KeptChoice[]): void {
      const following = followingOf(withChoices(keeper.preferences, choices));
      keeper.change({ ...following, ...unsentWith(choices.map(choiceName)) });
      sendAfter(GATHER_CHOICES_MS);
    },
    /** The connection is open, and it is known who is signed in: what was changed elsewhere comes, what waits goes. */
    async opened(): Promise<void> {
      const representativeId = signedInAs();
      if (representativeId === null) return;
      const wasNobodys = takeOver(representativeId);
      const kept = new Map<string, KeptChoice>();
      arriving = kept;
      try {
        await request('choices:follow', {});
      } catch (error) {
        if (!(error instanceof JumpError)) throw error;
        log.warn({ code: error.code }, 'choices are not followed'); // the next connection tries again
        return;
      }
      arriving = null;
      isFollowing = true;
      take(kept.values());
      settle(kept, wasNobodys || kept.size === 0);
      await sendAll();
    },
    /** The appliance tells what it keeps. */
    received(choice: KeptChoice): void {
      if (arriving === null) take([choice]);
      else arriving.set(choiceName(choice), choice);
    },
    /** Nobody is signed in any more: what comes and goes is nobody's. */
    signedOut(): void {
      isFollowing = false;
      cancelSending();
    },
  };
}

const followingOf = ({ layout, searchFields, savedViews }: FollowingPreferences): FollowingPreferences => ({
  layout,
  searchFields,
  savedViews,
});
