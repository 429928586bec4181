import type { RfbEvents } from '@novnc/novnc';
import type { VncTrouble } from '#app/contracts/vnc-port.ts';
import type { GuardedRfb } from './guarded-rfb.ts';
import { createVncChannel, type VncChannel, type VncPort } from './vnc-channel.ts';

export type CredentialName = 'username' | 'password' | 'target';
export type VncCredentials = Partial<Record<CredentialName, string>>;

/** How a connection stands. */
export type VncStage =
  | { readonly stage: 'connecting' }
  /** The server asks who it is. */
  | { readonly stage: 'credentials'; readonly needs: readonly CredentialName[] }
  /** The server shows its key: it is for the person to say whether that is the right one. SHA-256, in hexadecimal. */
  | { readonly stage: 'identity'; readonly fingerprint: string }
  | { readonly stage: 'connected' }
  | { readonly stage: 'over'; readonly end: VncEnd };

/**
 * Why it is over. `not-let-in`: the server did not take the credentials, in words of its own. `unreadable`: what it sent is
 * no VNC, or is more than a page may hold.
 */
export type VncEnd =
  | VncTrouble
  | { readonly kind: 'not-let-in'; readonly reason: string; readonly asked: readonly CredentialName[] }
  | { readonly kind: 'unreadable' };

/** What a server gives as its reason is shown no further than this. */
const MAX_REASON_LENGTH = 300;

/** noVNC's screen, as far as it is used here. */
export type Screen = Pick<
  GuardedRfb,
  | 'addEventListener'
  | 'approveServer'
  | 'clipboardPasteFrom'
  | 'disconnect'
  | 'focus'
  | 'releaseKeys'
  | 'scaleViewport'
  | 'sendCredentials'
  | 'sendCtrlAltDel'
  | 'viewOnly'
>;

export type VncConnection = {
  readonly screen: Screen;
  /** The same object until something changed, as `useSyncExternalStore` wants it. */
  stage(): VncStage;
  /** The last text that the other computer put on its clipboard. */
  remoteText(): string;
  subscribe(onChange: () => void): () => void;
  /** Answers what was asked for; nothing is kept of it here. */
  letIn(credentials: VncCredentials): void;
  trustServer(): void;
  dispose(): void;
};

type Options = {
  port: VncPort;
  createScreen: (channel: VncChannel) => Screen;
  fingerprintOf: (key: Uint8Array<ArrayBuffer>) => Promise<string>;
  /** What was typed after the last connection was not let in; asked for once. */
  takeCredentials: () => VncCredentials | null;
};

/** One connection to a VNC server, from its port to its end. */
export function createVncConnection(options: Options): VncConnection {
  const { port, createScreen, fingerprintOf, takeCredentials } = options;
  const listeners = new Set<() => void>();
  let stage: VncStage = { stage: 'connecting' };
  let remoteText = '';
  let asked: readonly CredentialName[] = [];
  let refusedWith: string | null = null;
  const channel = createVncChannel(port);
  const screen = createScreen(channel);

  function change(next: VncStage): void {
    if (stage.stage === 'over') return;
    stage = next;
    tell();
  }
  function tell(): void {
    for (const listener of listeners) listener();
  }

  function letIn(credentials: VncCredentials): void {
    change({ stage: 'connecting' });
    screen.sendCredentials(credentials);
  }

  function ask({ detail }: RfbEvents['credentialsrequired']): void {
    asked = detail.types;
    const known = takeCredentials();
    if (known !== null) letIn(known);
    else change({ stage: 'credentials', needs: detail.types });
  }

  async function showKey({ detail }: RfbEvents['serververification']): Promise<void> {
    change({ stage: 'identity', fingerprint: await fingerprintOf(detail.publickey) });
  }

  function end(): VncEnd {
    if (refusedWith !== null) return { kind: 'not-let-in', reason: refusedWith, asked };
    return channel.trouble ?? { kind: 'unreadable' };
  }

  screen.addEventListener('credentialsrequired', ask);
  screen.addEventListener('serververification', (event) => void showKey(event));
  screen.addEventListener('securityfailure', ({ detail }) => {
    refusedWith = (detail.reason ?? '').slice(0, MAX_REASON_LENGTH);
  });
  screen.addEventListener('connect', () => change({ stage: 'connected' }));
  screen.addEventListener('disconnect', () => change({ stage: 'over', end: end() }));
  screen.addEventListener('clipboard', ({ detail }) => {
    remoteText = detail.text;
    tell();
  });

  return {
    screen,
    stage: () => stage,
    remoteText: () => remoteText,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    letIn,
    trustServer() {
      change({ stage: 'connecting' });
      screen.approveServer();
    },
    dispose() {
      listeners.clear();
      screen.disconnect();
    },
  };
}
