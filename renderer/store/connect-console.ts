import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import { isLive } from './connection-slice.ts';
import type { ConsoleStore } from './console-store.ts';
import { followChoices } from './follow-choices.ts';
import { followClock } from './follow-clock.ts';
import { followTabs } from './follow-tabs.ts';
import type { JumpItemRows } from './jump-item-rows.ts';
import { createQuerySelector } from './selectors.ts';
import { createStream } from './stream.ts';
import { tellArrivedSessions } from './tell-arrived-sessions.ts';
import { tellEndedSessions } from './tell-ended-sessions.ts';
import { watchedItems } from './watched-items.ts';

type Deps = {
  readonly api: ConsoleApi;
  readonly store: ConsoleStore;
  readonly rows: JumpItemRows;
  readonly nextFrame: (callback: () => void) => void;
};

/**
 * Wires main's events to the store, and the store's choices to main: the list's query, the watched statistics.
 * @returns a function that ends it
 */
export function connectConsole({ api, store, rows, nextFrame }: Deps): () => void {
  const onBug = () => store.getState().showBug();
  /** What was told before main answered first; null: it has. Later answers bring no preferences: they change here. */
  let toldEarly: (() => void)[] | null = [];
  const onceAnswered = (take: () => void) => (toldEarly === null ? take() : void toldEarly.push(take));
  // An answer and an event travel on ways of their own: an event that overtook the answer is the newer word.
  let hasHeardSinceAsked = false;
  const watch = () => {
    hasHeardSinceAsked = false;
    api
      .watch({})
      .then((answer) => {
        if (!answer.ok) return onBug();
        if (toldEarly !== null) {
          store.getState().setPreferences(answer.value.preferences);
          store.getState().restoreChoices();
          for (const take of toldEarly) take();
          toldEarly = null;
        }
        store.getState().restoreAwaited(answer.value.awaitedJumpIds);
        if (!hasHeardSinceAsked) store.getState().setConnection(answer.value.connection);
        for (const notice of answer.value.notices) store.getState().showNotice(notice);
      })
      .catch(onBug);
  };
  const stream = createStream({
    rows,
    nextFrame,
    watchAnew: watch,
    mirror: (messages) => store.getState().applyMessages(messages),
  });
  const ends = [
    followClock(store),
    followQuery(store, rows),
    followStatistics(api, store, onBug),
    restoreUndoable(api, store, onBug),
    forgetAtSignOut(store, rows),
    followChoices(store),
    followTabs(store, rows),
    tellEndedSessions(store),
    tellArrivedSessions(store),
    api.on('connectionChanged', (connection) => {
      hasHeardSinceAsked = true;
      store.getState().setConnection(connection);
    }),
    api.on('streamSent', (message) => stream.receive(message)),
    api.on('statisticsChanged', ({ reports }) => store.getState().applyStatistics(reports)),
    api.on('statisticsHistoryChanged', (history) => store.getState().applyHistory(history)),
    api.on('choicesChanged', ({ choices }) => onceAnswered(() => store.getState().takeChoices(choices))),
    api.on('preferencesReplaced', (preferences) =>
      onceAnswered(() => {
        store.getState().forgetChoices();
        store.getState().setPreferences(preferences);
      }),
    ),
    api.on('fullScreenChanged', ({ isFullScreen }) => store.getState().setFullScreen(isFullScreen)),
    api.on('noticed', (notice) => store.getState().showNotice(notice)),
  ];
  watch();
  return () => {
    for (const end of ends) end();
  };
}

/** What is selected and typed lists anew at once: the next frame shows it. */
function followQuery(store: ConsoleStore, rows: JumpItemRows): () => void {
  const selectQuery = createQuerySelector();
  let shown = selectQuery(store.getState());
  rows.setQuery(shown);
  return store.subscribe((state) => {
    const query = selectQuery(state);
    if (query === shown) return;
    shown = query;
    rows.setQuery(query);
  });
}

/** Statistics travel for what is selected only; a new connection has to be asked again. */
function followStatistics(api: ConsoleApi, store: ConsoleStore, onBug: () => void): () => void {
  let watched: readonly JumpItemId[] = [];
  let wasLive = false;
  return store.subscribe((state) => {
    const live = isLive(state.connection);
    const ids = watchedItems(state);
    const isSame = ids.length === watched.length && ids.every((id, index) => id === watched[index]);
    const mustAsk = live && (!isSame || (!wasLive && ids.length > 0));
    wasLive = live;
    if (!mustAsk) return;
    watched = ids;
    state.keepStatistics(ids);
    api.watchStatistics({ jumpItemIds: [...ids] }).catch(onBug);
  });
}

/** What can be taken back is the appliance's to know: a window that is loaded again asks for it. */
function restoreUndoable(api: ConsoleApi, store: ConsoleStore, onBug: () => void): () => void {
  return store.subscribe((state, before) => {
    if (!isLive(state.connection) || isLive(before.connection) || state.undoable.length > 0) return;
    api
      .listUndoable({})
      .then((answer) => {
        if (answer.ok) store.getState().restoreUndoable(answer.value.commands);
      })
      .catch(onBug);
  });
}

/** Nothing of one representative stays for the next. */
function forgetAtSignOut(store: ConsoleStore, rows: JumpItemRows): () => void {
  return store.subscribe((state, before) => {
    if (state.connection?.state !== 'signed-out' || before.connection?.state === 'signed-out') return;
    rows.clear();
    state.clearMirror();
    state.closeAllVncTabs();
    state.dismissAllRefusals();
    state.forgetAllUndoable();
    state.stopAwaiting([...state.awaitedIds]);
    state.forgetPins();
    if (state.preferences.chatTexts.length > 0) state.changePreferences({ chatTexts: [] });
    state.closeDialog();
    state.selectJumpItem(null);
    state.forgetChoices();
  });
}
