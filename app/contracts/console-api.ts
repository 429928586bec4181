// Renderer ↔ main. The preload exposes one method for each name here, and nothing else.
import { z } from 'zod';
import {
  EpochMs,
  JumpGroupId,
  JumpItemId,
  OpId,
  RepresentativeId,
  SupportSessionId,
  VncLinkId,
} from '../domain/ids.ts';
import type { JumpErrorCode } from '../domain/jump-error.ts';
import { MAX_ITEMS_IN_COMMAND, NewShortcut, PropertiesChange } from '../domain/jump-item-change.ts';
import { MAX_JUMPS_AT_ONCE } from '../domain/jump-preview.ts';
import { SessionKey } from '../domain/session-key.ts';
import type { StatisticsHistory } from '../domain/statistics-history.ts';
import { Comments, JumpItemName, TagName } from '../domain/text-schemas.ts';
import { InvitableRepresentative, type StatisticsChanged, type StreamMessage } from './appliance-protocol.ts';
import {
  ImportEntry,
  ImportOutcome,
  ItemsOutcome,
  MOST_UNDOABLE,
  SeenItem,
  SeenRevisions,
  UndoableDeed,
} from './jump-item-commands.ts';
import { jumpItemFileRequests } from './jump-item-files.ts';
import { KeptChoice } from './kept-choices.ts';
import { type Preferences, PreferencesChange } from './preferences.ts';
import { type SessionSummaryChanged, sessionSummaryRequests } from './session-summaries.ts';

const nothing = z.strictObject({});
const someItems = z.array(SeenItem).min(1).max(MAX_ITEMS_IN_COMMAND);

/** Longer ones are no addresses and no tokens; the console says so before it asks. Characters. */
export const MAX_ADDRESS_LENGTH = 2_048;
export const MAX_ACCESS_TOKEN_LENGTH = 512;

const opened = { name: z.string(), address: z.string() };

/** What became of a jump on a shortcut; `address` is `host:port`. */
export const OpenedShortcut = z.discriminatedUnion('opened', [
  z.strictObject({ opened: z.literal('vnc'), ...opened, vncLinkId: VncLinkId }),
  z.strictObject({ opened: z.literal('program'), ...opened, program: z.string() }),
  /** No such program is installed on this computer: the person connects in another way. */
  z.strictObject({ opened: z.literal('nothing'), ...opened, lookedFor: z.array(z.string()) }),
]);
export type OpenedShortcut = z.infer<typeof OpenedShortcut>;

export const consoleRequests = {
  /** The renderer is there: main answers with all it knows, and streams from a fresh snapshot on. */
  watch: {
    params: nothing,
    reply: z.custom<{
      connection: ConnectionState;
      preferences: Preferences;
      notices: readonly ConsoleNotice[];
      awaitedJumpIds: readonly JumpItemId[];
    }>(),
  },
  /** Refused with `sign-in-refused`, `appliance-unreachable`, `appliance-incompatible` or `malformed` (the address). */
  signIn: {
    params: z.strictObject({
      address: z.string().max(MAX_ADDRESS_LENGTH),
      token: z.string().max(MAX_ACCESS_TOKEN_LENGTH),
    }),
    reply: nothing,
  },
  signOut: { params: nothing, reply: nothing },
  /** Tries at once instead of waiting for the next attempt. */
  reconnectNow: { params: nothing, reply: nothing },
  /** Asks again for everything (R1.11). */
  refreshJumpItems: { params: nothing, reply: nothing },
  watchStatistics: { params: z.strictObject({ jumpItemIds: z.array(JumpItemId).max(50) }), reply: nothing },
  jumpToItem: {
    params: z.strictObject({ opId: OpId, jumpItemId: JumpItemId, seen: SeenRevisions }),
    reply: z.strictObject({ sessionId: SupportSessionId }),
  },
  /**
   * What follows changes Jump Items, as the appliance's command of the same name does (`jump-item-commands.ts`). Main
   * sends it in parts, and again after a lost connection; who waits too long for that is told `outcome-pending`, and
   * what came of it later by a notice.
   */
  editJumpItems: {
    params: z.strictObject({ opId: OpId, change: PropertiesChange, items: someItems }),
    reply: ItemsOutcome,
  },
  removeJumpItems: { params: z.strictObject({ opId: OpId, items: someItems }), reply: ItemsOutcome },
  createShortcut: {
    params: z.strictObject({ opId: OpId, shortcut: NewShortcut }),
    reply: z.strictObject({ jumpItemId: JumpItemId }),
  },
  importJumpItems: {
    params: z.strictObject({ opId: OpId, entries: z.array(ImportEntry).min(1).max(MAX_ITEMS_IN_COMMAND) }),
    reply: ImportOutcome,
  },
  undoCommand: { params: z.strictObject({ opId: OpId, undoneOpId: OpId }), reply: ItemsOutcome },
  /** What may be taken back, the last at the end: a page that is loaded again has forgotten it. */
  listUndoable: {
    params: nothing,
    reply: z.strictObject({ commands: z.array(UndoableDeed).max(MOST_UNDOABLE) }),
  },
  /** What *Undo* in the application menu would take back; null: nothing. Asked again for each page. */
  nameUndo: { params: z.strictObject({ name: z.string().max(1_000).nullable() }), reply: nothing },
  /**
   * Jump on a shortcut (R1.8). A Local VNC waits for `openVncPort`; a Local RDP is opened by a program of this computer.
   * Refused with message 7, `not-permitted` or `appliance-unreachable`.
   */
  openShortcut: {
    params: z.strictObject({ opId: OpId, jumpItemId: JumpItemId, seen: SeenRevisions }),
    reply: OpenedShortcut,
  },
  /** Connects, once, to what `openShortcut` answered. A MessagePort arrives as a window message `VncPortArrived`. */
  openVncPort: { params: z.strictObject({ vncLinkId: VncLinkId }), reply: nothing },
  /** The whole screen for the window; `fullScreenChanged` says when it is so, and when a person has left it. */
  setFullScreen: { params: z.strictObject({ isFullScreen: z.boolean() }), reply: nothing },
  /** Which items are jumped to when they come online: main keeps them for a page that is loaded again. */
  keepAwaitedJumps: {
    params: z.strictObject({ jumpItemIds: z.array(JumpItemId).max(MAX_JUMPS_AT_ONCE) }),
    reply: nothing,
  },
  /** A key for a customer, and the page that tells the customer how to use it; the session will have this id. */
  createSessionKey: {
    params: nothing,
    reply: z.strictObject({
      sessionKey: SessionKey,
      portalUrl: z.string(),
      sessionId: SupportSessionId,
      expiresAt: EpochMs,
    }),
  },
  /** Who could be brought into a session now. */
  listInvitable: {
    params: z.strictObject({ sessionId: SupportSessionId }),
    reply: z.strictObject({ representatives: z.array(InvitableRepresentative) }),
  },
  inviteToSession: {
    params: z.strictObject({ opId: OpId, sessionId: SupportSessionId, representativeId: RepresentativeId }),
    reply: nothing,
  },
  /**
   * *Pin as Jump Client* (R2), refused as the appliance's command of the same name. It is answered when the computer is
   * pinned, or not: after minutes, where the customer is asked.
   */
  pinJumpClient: {
    params: z.strictObject({
      opId: OpId,
      sessionId: SupportSessionId,
      /** Null: called as its computer. */
      name: JumpItemName.nullable(),
      jumpGroupId: JumpGroupId,
      tag: TagName.nullable(),
      comments: Comments,
    }),
    reply: z.strictObject({ jumpItemId: JumpItemId }),
  },
  /** Sessions that are, or were: those one took part in, or those with an item. */
  listSessionSummaries: sessionSummaryRequests['session-summaries:list'],
  /** Null: it is still as `knownRevision` was. */
  readSessionSummary: sessionSummaryRequests['session-summary:read'],
  /** What happened in a session that the appliance cannot see. */
  reportOnSession: sessionSummaryRequests['session-summary:report'],
  endSupportSession: { params: z.strictObject({ opId: OpId, sessionId: SupportSessionId }), reply: nothing },
  /** A MessagePort for the session arrives as a window message `SessionPortArrived`, with the port. */
  openSessionPort: { params: z.strictObject({ sessionId: SupportSessionId }), reply: nothing },
  /** A notification of the system's own, while the window is not in front; a click on it is `notificationChosen`. */
  notify: {
    params: z.strictObject({
      title: z.string().max(256),
      body: z.string().max(1_000),
      jumpItemId: JumpItemId,
    }),
    reply: nothing,
  },
  /** What the person chose after `closingAsked`: the window closes, or stays. */
  answerClosing: { params: z.strictObject({ closes: z.boolean() }), reply: nothing },
  savePreferences: { params: PreferencesChange, reply: nothing },
  /** As the page changed them: they stay, and follow the representative (`kept-choices.ts`). */
  keepChoices: { params: z.strictObject({ choices: z.array(KeptChoice).max(1_000) }), reply: nothing },
  ...jumpItemFileRequests,
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;
export type ConsoleRequests = typeof consoleRequests;
export type ConsoleRequestName = keyof ConsoleRequests;
export type ConsoleParams<N extends ConsoleRequestName> = z.infer<ConsoleRequests[N]['params']>;
export type ConsoleReply<N extends ConsoleRequestName> = z.infer<ConsoleRequests[N]['reply']>;

/** Main → renderer. What came from the appliance was parsed in main. */
export type ConsoleEvents = {
  connectionChanged: ConnectionState;
  streamSent: StreamMessage;
  statisticsChanged: StatisticsChanged;
  statisticsHistoryChanged: StatisticsHistory;
  sessionSummaryChanged: SessionSummaryChanged;
  /** What the representative has changed in another console. */
  choicesChanged: { choices: readonly KeptChoice[] };
  /** Another representative has signed in on this computer: these are theirs. */
  preferencesReplaced: Preferences;
  /** A system notification about an item was clicked: the window is in front now. */
  notificationChosen: { jumpItemId: JumpItemId };
  fullScreenChanged: { isFullScreen: boolean };
  noticed: ConsoleNotice;
  /** The window is being closed with support sessions in it: main waits for `answerClosing`. */
  closingAsked: Record<string, never>;
  /** An entry of the application menu was chosen: the id of an action. */
  actionChosen: { actionId: string };
};
export type ConsoleEventName = keyof ConsoleEvents;

/** What the person sees at a glance, and what it means for the list. Times are this computer's. */
export type ConnectionState =
  | { state: 'signed-out'; address: string; reason: JumpErrorCode | null }
  /** The appliance of this console is being started. */
  | { state: 'starting' }
  | { state: 'connecting'; address: string }
  /** `applianceAheadMs`: the appliance's clock minus this computer's. */
  | { state: 'connected'; address: string; applianceAheadMs: number }
  /** Connected in name, but nothing was heard since `lastHeardAt`: the list may be out of date. */
  | { state: 'stale'; address: string; applianceAheadMs: number; lastHeardAt: number }
  | {
      state: 'reconnecting';
      address: string;
      lostAt: number;
      nextAttemptAt: number;
      reason: JumpErrorCode | null;
    }
  /** The appliance of this console could not start, or ended. */
  | { state: 'failed'; message: string };

/** What a command would have done. */
export type UnfinishedDeed =
  | 'edited'
  | 'removed'
  | 'imported'
  | 'created'
  | 'undone'
  | 'jumped'
  | 'invited'
  | 'pinned'
  | 'ended';

/** Something the person should know that answers no click. */
export type ConsoleNotice =
  | { notice: 'preferences-set-aside'; path: string }
  | { notice: 'secrets-not-kept' }
  | { notice: 'window-restarted' }
  | { notice: 'malformed-message'; from: 'appliance' }
  /** A command came to nothing, or nobody knows, after whoever asked for it had ceased to wait. */
  | {
      notice: 'command-unfinished';
      deed: UnfinishedDeed;
      /** Of how many Jump Items, or lines of a file. */
      count: number;
      code: JumpErrorCode;
      detail?: string;
    }
  /** A command on Jump Items was carried out after whoever asked for it had ceased to wait. */
  | { notice: 'command-done-late'; opId: OpId; done: number; refusedCount: number }
  /** A computer was pinned after whoever asked for it had ceased to wait. */
  | { notice: 'pinned-late'; jumpItemId: JumpItemId }
  /** The program that a Local RDP was opened with ended with a failure of its own. */
  | { notice: 'program-failed'; program: string; address: string; exitCode: number };

/** The preload's messages to its own window, with the port in `event.ports[0]`. */
export type SessionPortArrived = { type: 'session-port-arrived'; sessionId: SupportSessionId };
export type VncPortArrived = { type: 'vnc-port-arrived'; vncLinkId: VncLinkId };
export type PortArrived = SessionPortArrived | VncPortArrived;

/** The door to main, as the page uses it. A refusal is a value; a rejection is a bug. */
export type ConsoleApi = {
  readonly [N in ConsoleRequestName]: (params: ConsoleParams<N>) => Promise<ConsoleResult<ConsoleReply<N>>>;
} & {
  /** @returns a function that ends the subscription */
  readonly on: <N extends ConsoleEventName>(
    name: N,
    listener: (event: ConsoleEvents[N]) => void,
  ) => () => void;
};
/**
 * What the preload puts into the page. Requests, their results and events cross it as JSON text: the context bridge
 * copies an object value by value, which takes longer than all that the page does with it, and hands over a text as it
 * is.
 */
export type ConsoleBridge = {
  readonly [N in ConsoleRequestName]: (paramsJson: string) => Promise<string>;
} & {
  readonly on: (name: ConsoleEventName, listener: (eventJson: string) => void) => () => void;
};
export type ConsoleResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: JumpErrorCode; detail?: string | undefined };
