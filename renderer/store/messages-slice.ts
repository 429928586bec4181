import type { StateCreator } from 'zustand';
import type { ConsoleNotice } from '#app/contracts/console-api.ts';
import type { JumpErrorCode } from '#app/domain/jump-error.ts';

/** Something that was refused: what it was about, and why. */
export type Refusal = {
  readonly about: string;
  readonly code: JumpErrorCode;
  readonly detail?: string | undefined;
};

export type ConsoleMessage =
  | { readonly key: number; readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly key: number; readonly kind: 'notice'; readonly notice: ConsoleNotice }
  | { readonly key: number; readonly kind: 'bug' };

export type MessagesSlice = {
  readonly messages: readonly ConsoleMessage[];
  /** A newer refusal about the same thing takes the older one's place. */
  showRefusal(refusal: Refusal): void;
  showNotice(notice: ConsoleNotice): void;
  /** Something failed that must not: said honestly, once. */
  showBug(): void;
  dismissMessage(key: number): void;
  /** What was refused before does not matter once it is tried again. */
  dismissRefusals(about: string): void;
  dismissAllRefusals(): void;
};

export const createMessagesSlice: StateCreator<MessagesSlice> = (set) => {
  let lastKey = 0;
  const nextKey = () => {
    lastKey += 1;
    return lastKey;
  };
  const isRefusalAbout = (message: ConsoleMessage, about: string) =>
    message.kind === 'refusal' && message.refusal.about === about;
  return {
    messages: [],
    showRefusal: (refusal) =>
      set(({ messages }) => ({
        messages: [
          ...messages.filter((message) => !isRefusalAbout(message, refusal.about)),
          { key: nextKey(), kind: 'refusal', refusal },
        ],
      })),
    showNotice: (notice) =>
      set(({ messages }) => ({ messages: [...messages, { key: nextKey(), kind: 'notice', notice }] })),
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
      set(({ messages }) => ({ messages: messages.filter((message) => message.kind !== 'refusal') })),
  };
};
