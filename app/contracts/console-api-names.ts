// The names of console-api.ts without its schemas: all that the preload needs.
import type { ConsoleEventName, ConsoleRequestName } from './console-api.ts';

export const CONSOLE_REQUEST_NAMES = [
  'watch',
  'signIn',
  'signOut',
  'reconnectNow',
  'refreshJumpItems',
  'watchStatistics',
  'jumpToItem',
  'editJumpItems',
  'removeJumpItems',
  'createShortcut',
  'importJumpItems',
  'undoCommand',
  'listUndoable',
  'nameUndo',
  'openShortcut',
  'openVncPort',
  'setFullScreen',
  'keepAwaitedJumps',
  'createSessionKey',
  'listInvitable',
  'inviteToSession',
  'pinJumpClient',
  'listSessionSummaries',
  'readSessionSummary',
  'reportOnSession',
  'endSupportSession',
  'openSessionPort',
  'notify',
  'answerClosing',
  'savePreferences',
  'keepChoices',
  'beginExport',
  'writeExportRows',
  'finishExport',
  'cancelExport',
  'openImportFile',
  'readImportLines',
  'closeImportFile',
  'copyRowsAsCsv',
  'beginRefusedLines',
] as const satisfies readonly ConsoleRequestName[];

export const CONSOLE_EVENT_NAMES = [
  'connectionChanged',
  'streamSent',
  'statisticsChanged',
  'statisticsHistoryChanged',
  'sessionSummaryChanged',
  'choicesChanged',
  'preferencesReplaced',
  'notificationChosen',
  'fullScreenChanged',
  'noticed',
  'closingAsked',
  'actionChosen',
] as const satisfies readonly ConsoleEventName[];

/** The channels of both, and the one on which main hands over a port. */
export const requestChannel = (name: ConsoleRequestName) => `console:${name}` as const;
export const eventChannel = (name: ConsoleEventName) => `console-event:${name}` as const;
export const PORT_CHANNEL = 'console-event:port-arrived';
