import type { StateCreator } from 'zustand';
import type { ConsoleNotice, OpenedShortcut } from '#app/contracts/console-api.ts';
import type { ItemsDeed } from '#app/contracts/jump-item-commands.ts';
import type { JumpItemId, OpId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import type { TabId } from './tabs-slice.ts';

/** Something that was refused: what it was about, and why. */
export type Refusal = {
  readonly about: string;
  readonly code: JumpErrorCode;
  readonly detail?: string | undefined;
};

export type FailedJump = { readonly jumpItemId: JumpItemId; readonly refusal: Refusal };
/** What came of a jump to several items. */
export type JumpSummary = { readonly started: number; readonly failed: readonly FailedJump[] };
/**
 * What a tab shows now: an item that was waited for came online, a customer joined with a key, a colleague invited the
 * representative, or a computer was pinned and is in the list.
 */
export type Arrival = {
  readonly about: string;
  readonly tab: TabId;
  /** The item to be shown in it, selected. */
  readonly jumpItemId?: JumpItemId;
  readonly reason: 'came-online' | 'customer-joined' | 'invited' | 'jumped' | 'pinned';
};

/** A support session that has ended without having been asked to. */
export type EndedSession = { readonly id: SupportSessionId; readonly name: string };

/** A Local RDP that was jumped to: which program shows it, or where to connect to for want of one. */
export type RemoteDesktop = Exclude<OpenedShortcut, { opened: 'vnc' }>;

/** What was done to Jump Items, and its way back. */
export type DoneChange = {
  readonly deed: ItemsDeed | 'undone';
  /** The item's name; null when there are several. */
  readonly name: string | null;
  readonly count: number;
  /** The command that *Undo* takes back; null for what cannot be taken back. */
  readonly undoneOpId: OpId | null;
  /** When a removal becomes final, on this computer's clock. */
  readonly heldUntil: number | null;
};

/** What a command on several Jump Items left as it was, by name and with the reason; all of them are counted. */
export type ChangeSummary = {
  readonly deed: DoneChange['deed'];
  readonly done: number;
  readonly refusedCount: number;
  readonly refused: readonly Refusal[];
};

/** A file that is whole under its name: an export, or the refused lines of an import. */
export type FileWritten = {
  readonly of: 'jump-items' | 'refused-lines';
  readonly count: number;
  readonly path: string;
};

export type ConsoleMessage =
  | { readonly key: number; readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly key: number; readonly kind: 'notice'; readonly notice: ConsoleNotice }
  | { readonly key: number; readonly kind: 'jump-summary'; readonly summary: JumpSummary }
  | { readonly key: number; readonly kind: 'arrival'; readonly arrival: Arrival }
  | { readonly key: number; readonly kind: 'ended-session'; readonly session: EndedSession }
  | { readonly key: number; readonly kind: 'remote-desktop'; readonly remoteDesktop: RemoteDesktop }
  | { readonly key: number; readonly kind: 'done-change'; readonly change: DoneChange }
  | { readonly key: number; readonly kind: 'change-summary'; readonly summary: ChangeSummary }
  | { readonly key: number; readonly kind: 'file-written'; readonly file: FileWritten }
  | { readonly key: number; readonly kind: 'too-much-text'; readonly about: string; readonly count: number }
  | { readonly key: number; readonly kind: 'bug' };

export type MessagesSlice = {
  readonly messages: readonly ConsoleMessage[];
  /** A newer refusal about the same thing takes the older one's place. That a session has ended is said once. */
  showRefusal(refusal: Refusal): void;
  /** Beside why something that was asked of it was refused. */
  showEndedSession(session: EndedSession): void;
  /** What came of a command after all takes the place of the message that it was still to come. */
  showNotice(notice: ConsoleNotice): void;
  /** A newer summary takes the older one's place. */
  showJumpSummary(summary: JumpSummary): void;
  dismissJumpSummary(): void;
  showArrival(arrival: Arrival): void;
  /** A newer one about the same address takes the older one's place. */
  showRemoteDesktop(remoteDesktop: RemoteDesktop): void;
  /** A newer one takes the older one's place. */
  showDoneChange(change: DoneChange): void;
  /** Its way back has been taken, or is closed. */
  dismissDoneChange(undoneOpId: OpId): void;
  showChangeSummary(summary: ChangeSummary): void;
  /** A newer one takes the older one's place. */
  showFileWritten(file: FileWritten): void;
  /** A text of so many characters was kept out of a field. A newer one takes the older one's place. */
  showTooMuchText(about: string, count: number): void;
  /** Something failed that must not: said honestly, once. */
  showBug(): void;
  dismissMessage(key: number): void;
  /** What was refused before does not matter once it is tried again. */
  dismissRefusals(about: string): void;
  /** What concerned the representative who left. */
  dismissAllRefusals(): void;
};

/** Messages about one representative's items. */
const PERSONAL: readonly ConsoleMessage['kind'][] = [
  'refusal',
  'jump-summary',
  'arrival',
  'ended-session',
  'remote-desktop',
  'done-change',
  'change-summary',
  'file-written',
];

const LATE_OUTCOMES: readonly ConsoleNotice['notice'][] = [
  'command-unfinished',
  'command-done-late',
  'pinned-late',
];

function isPending(message: ConsoleMessage): boolean {
  return message.kind === 'refusal' && message.refusal.code === 'outcome-pending';
}

export const createMessagesSlice: StateCreator<MessagesSlice> = (set) => {
  let lastKey = 0;
  const nextKey = () => {
    lastKey += 1;
    return lastKey;
  };
  const isEndOf = (message: ConsoleMessage, name: string) =>
    message.kind === 'ended-session' && message.session.name === name;
  const isRefusalAbout = (message: ConsoleMessage, about: string) =>
    isEndOf(message, about) || (message.kind === 'refusal' && message.refusal.about === about);
  return {
    messages: [],
    showRefusal: (refusal) =>
      set(({ messages }) => {
        const { about, code } = refusal;
        if (code === 'session-not-found' && messages.some((message) => isEndOf(message, about))) return {};
        const others = messages.filter((message) => !isRefusalAbout(message, about));
        return { messages: [...others, { key: nextKey(), kind: 'refusal', refusal }] };
      }),
    showEndedSession: (session) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter((message) => !isEndOf(message, session.name)),
          { key: nextKey(), kind: 'ended-session', session },
        ],
      })),
    showNotice: (notice) =>
      set(({ messages }) => {
        const answered = LATE_OUTCOMES.includes(notice.notice) ? messages.find(isPending) : undefined;
        const others = messages.filter((message) => message !== answered);
        return { messages: [...others, { key: nextKey(), kind: 'notice', notice }] };
      }),
    showJumpSummary: (summary) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter(({ kind }) => kind !== 'jump-summary'),
          { key: nextKey(), kind: 'jump-summary', summary },
        ],
      })),
    dismissJumpSummary: () =>
      set(({ messages }) => ({ messages: messages.filter(({ kind }) => kind !== 'jump-summary') })),
    showArrival: (arrival) =>
      set(({ messages }) => ({ messages: [...messages, { key: nextKey(), kind: 'arrival', arrival }] })),
    showRemoteDesktop: (remoteDesktop) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter(
            (message) =>
              message.kind !== 'remote-desktop' || message.remoteDesktop.address !== remoteDesktop.address,
          ),
          { key: nextKey(), kind: 'remote-desktop', remoteDesktop },
        ],
      })),
    showDoneChange: (change) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter(({ kind }) => kind !== 'done-change'),
          { key: nextKey(), kind: 'done-change', change },
        ],
      })),
    dismissDoneChange: (undoneOpId) =>
      set(({ messages }) => ({
        messages: messages.filter(
          (message) => !(message.kind === 'done-change' && message.change.undoneOpId === undoneOpId),
        ),
      })),
    showChangeSummary: (summary) =>
      set(({ messages }) => ({
        messages: [...messages, { key: nextKey(), kind: 'change-summary', summary }],
      })),
    showFileWritten: (file) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter(({ kind }) => kind !== 'file-written'),
          { key: nextKey(), kind: 'file-written', file },
        ],
      })),
    showTooMuchText: (about, count) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter(({ kind }) => kind !== 'too-much-text'),
          { key: nextKey(), kind: 'too-much-text', about, count },
        ],
      })),
    showBug: () =>
      set(({ messages }) =>
        messages.some(({ kind }) => kind === 'bug')
          ? {}
          : { messages: [...messages, { key: nextKey(), kind: 'bug' }] },
      ),
    dismissMessage: (key) =>
      set(({ messages }) => ({ messages: messages.filter((message) => message.key !== key) })),
    dismissRefusals: (about) =>
      set(({ messages }) => ({ messages: messages.filter((message) => !isRefusalAbout(message, about)) })),
    dismissAllRefusals: () =>
      set(({ messages }) => ({ messages: messages.filter(({ kind }) => !PERSONAL.includes(kind)) })),
  };
};
