import type { ReactNode } from 'react';
import { createElement } from 'react';
import { vi } from 'vitest';
import { StreamId, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { ConsoleApi, ConsoleEventName, ConsoleEvents } from '#app/contracts/console-api.ts';
import { FileTransferId } from '#app/contracts/jump-item-files.ts';
import { DEFAULT_PREFERENCES } from '#app/contracts/preferences.ts';
import { JumpItemId, SupportSessionId, VncLinkId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { SESSION_KEY_VALID_MS } from '#app/domain/session-key.ts';
import { connectConsole } from '../store/connect-console.ts';
import { ConsoleProvider } from '../store/console-context.tsx';
import { createConsoleStore } from '../store/console-store.ts';
import { createJumpItemRows } from '../store/jump-item-rows.ts';
import { searchWords } from '../store/search-words.ts';
import { createQuerySelector } from '../store/selectors.ts';
import { allUsersGroupId, personalGroupId, teamGroupId, wscott } from './jump-items.ts';

// The simulated DOM knows no idle time: here there is always some.
Object.assign(globalThis, {
  requestIdleCallback: (work: IdleRequestCallback) =>
    setTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 })),
  cancelIdleCallback: (id: number) => clearTimeout(id),
});

const ok = <T>(value: T) => Promise.resolve({ ok: true as const, value });
const allDone = (done: number) => ({ done, refusedCount: 0, refused: [] });
const transferId = FileTransferId.parse('6f1c2b1e-5a0f-4a43-9d7e-0a1b2c3d4e5f');
const ADDRESS = 'https://support.example.com';

export const groups: NonNullable<StreamMessage['jumpGroups']>['upserted'] = [
  { kind: 'team', id: teamGroupId, name: 'Field support' },
  { kind: 'all-users', id: allUsersGroupId, name: 'All users' },
  { kind: 'personal', id: personalGroupId, name: 'wscott', ownerId: wscott.id },
];

/** A console whose main process is this object: what the window asks for is recorded, what main would tell is emitted. */
export function createFakeConsole() {
  const listeners = new Map<ConsoleEventName, Set<(event: never) => void>>();
  const api = {
    watch: vi.fn(() =>
      ok({
        connection: { state: 'connected' as const, address: ADDRESS, applianceAheadMs: 0 },
        preferences: DEFAULT_PREFERENCES,
        notices: [],
        awaitedJumpIds: [],
      }),
    ),
    signIn: vi.fn<ConsoleApi['signIn']>(() => ok({})),
    signOut: vi.fn(() => ok({})),
    reconnectNow: vi.fn(() => ok({})),
    refreshJumpItems: vi.fn(() => ok({})),
    watchStatistics: vi.fn(() => ok({})),
    jumpToItem: vi.fn<ConsoleApi['jumpToItem']>(() => ok({ sessionId: SupportSessionId.parse('s-1') })),
    editJumpItems: vi.fn<ConsoleApi['editJumpItems']>(({ items }) => ok(allDone(items.length))),
    removeJumpItems: vi.fn<ConsoleApi['removeJumpItems']>(({ items }) => ok(allDone(items.length))),
    listUndoable: vi.fn<ConsoleApi['listUndoable']>(() => ok({ commands: [] })),
    createShortcut: vi.fn<ConsoleApi['createShortcut']>(() => ok({ jumpItemId: JumpItemId.parse('ji-new') })),
    importJumpItems: vi.fn<ConsoleApi['importJumpItems']>(({ entries }) =>
      ok({ ...allDone(entries.length), created: 0, refusedLines: [] }),
    ),
    undoCommand: vi.fn<ConsoleApi['undoCommand']>(() => ok(allDone(1))),
    listSessionSummaries: vi.fn<ConsoleApi['listSessionSummaries']>(() => ok({ summaries: [] })),
    readSessionSummary: vi.fn<ConsoleApi['readSessionSummary']>(() => ok({ summary: null })),
    reportOnSession: vi.fn<ConsoleApi['reportOnSession']>(() => ok({})),
    nameUndo: vi.fn<ConsoleApi['nameUndo']>(() => ok({})),
    openShortcut: vi.fn<ConsoleApi['openShortcut']>(() =>
      ok({
        opened: 'vnc',
        name: 'Till',
        address: '10.0.0.1:5900',
        vncLinkId: VncLinkId.parse(crypto.randomUUID()),
      }),
    ),
    openVncPort: vi.fn<ConsoleApi['openVncPort']>(() => ok({})),
    setFullScreen: vi.fn<ConsoleApi['setFullScreen']>(() => ok({})),
    keepAwaitedJumps: vi.fn<ConsoleApi['keepAwaitedJumps']>(() => ok({})),
    createSessionKey: vi.fn<ConsoleApi['createSessionKey']>(() =>
      ok({
        sessionKey: '1234567',
        portalUrl: `${ADDRESS}/session/1234567`,
        sessionId: SupportSessionId.parse('s-key'),
        expiresAt: Date.now() + SESSION_KEY_VALID_MS,
      }),
    ),
    listInvitable: vi.fn<ConsoleApi['listInvitable']>(() => ok({ representatives: [] })),
    inviteToSession: vi.fn<ConsoleApi['inviteToSession']>(() => ok({})),
    pinJumpClient: vi.fn<ConsoleApi['pinJumpClient']>(() =>
      ok({ jumpItemId: JumpItemId.parse('ji-pinned') }),
    ),
    endSupportSession: vi.fn<ConsoleApi['endSupportSession']>(() => ok({})),
    openSessionPort: vi.fn(() => ok({})),
    notify: vi.fn<ConsoleApi['notify']>(() => ok({})),
    answerClosing: vi.fn<ConsoleApi['answerClosing']>(() => ok({})),
    keepChoices: vi.fn<ConsoleApi['keepChoices']>(() => ok({})),
    savePreferences: vi.fn<ConsoleApi['savePreferences']>(() => ok({})),
    beginExport: vi.fn<ConsoleApi['beginExport']>(() => ok({ state: 'begun', exportId: transferId })),
    beginRefusedLines: vi.fn<ConsoleApi['beginRefusedLines']>(() =>
      ok({ state: 'begun', exportId: transferId }),
    ),
    writeExportRows: vi.fn<ConsoleApi['writeExportRows']>(() => ok({ state: 'written' })),
    finishExport: vi.fn<ConsoleApi['finishExport']>(() =>
      ok({ state: 'finished', path: '/reports/items.csv', bytes: 1 }),
    ),
    cancelExport: vi.fn<ConsoleApi['cancelExport']>(() => ok({})),
    openImportFile: vi.fn<ConsoleApi['openImportFile']>(() => ok({ state: 'cancelled' })),
    readImportLines: vi.fn<ConsoleApi['readImportLines']>(() =>
      ok({ state: 'read', linesJson: '[]', isLast: true, progress: 1 }),
    ),
    closeImportFile: vi.fn<ConsoleApi['closeImportFile']>(() => ok({})),
    copyRowsAsCsv: vi.fn<ConsoleApi['copyRowsAsCsv']>(() => ok({})),
    on: (name: ConsoleEventName, listener: (event: never) => void) => {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => own.delete(listener);
    },
  };
  const store = createConsoleStore(api);
  const rows = createJumpItemRows(createQuerySelector()(store.getState()), searchWords);
  connectConsole({ api: api as ConsoleApi, store, rows, nextFrame: (callback) => callback() });
  const console = { api: api as ConsoleApi, store, rows };

  function emit<N extends ConsoleEventName>(name: N, event: ConsoleEvents[N]): void {
    for (const listener of listeners.get(name) ?? []) listener(event as never);
  }

  let seq = 0;
  let streamId = StreamId.parse(crypto.randomUUID());
  /** Sends the stream's next message. */
  const send = (message: Partial<StreamMessage>) => {
    seq += 1;
    emit('streamSent', { streamId, seq, snapshot: null, ...message });
  };
  /** Sends a whole snapshot in one page. */
  const sendSnapshot = (items: readonly JumpItem[], change: Partial<StreamMessage> = {}) => {
    seq = 0;
    streamId = StreamId.parse(crypto.randomUUID());
    send({
      snapshot: { last: true, jumpItemCount: items.length },
      representative: wscott,
      jumpGroups: { upserted: groups, removed: [] },
      jumpItems: { upserted: [...items], removed: [] },
      ...change,
    });
  };
  const Wrapper = ({ children }: { children: ReactNode }) =>
    createElement(ConsoleProvider, { value: console, children });
  return { api, console, store, rows, emit, send, sendSnapshot, Wrapper, address: ADDRESS };
}
