import type { SessionLinkState, SessionPortRequest } from '#app/contracts/session-port.ts';
import type { ChannelClosed, ScreenInput, SessionService } from '#app/contracts/session-services.ts';
import type { VncPort } from '../../../remote-screen/vnc-channel.ts';
import { createScreenPort, type ScreenPort } from './screen-port.ts';

/** Why there is no picture: as the computer said, or what was seen here. */
export type ScreenEnd = ChannelClosed | { readonly reason: 'unreadable' | 'stalled' };

/** How the sharing of a session's screen stands. */
export type ScreenStage =
  | { readonly stage: 'closed' }
  | { readonly stage: 'asking' }
  | { readonly stage: 'shared'; readonly port: VncPort }
  | { readonly stage: 'over'; readonly end: ScreenEnd };
export type ScreenSnapshot = { readonly stage: ScreenStage; readonly input: ScreenInput };

/** A session's Screen Sharing, from what its port says to what its pane shows. */
export type ScreenFeed = {
  /** The same object until something changed, as `useSyncExternalStore` wants it. */
  snapshot(): ScreenSnapshot;
  subscribe(onChange: () => void): () => void;
  /** Asks the computer for its screen, to be looked at and no more. */
  open(): void;
  close(): void;
  setInput(input: ScreenInput): void;

  /** What the session hears. Each answers for its own channel alone. */
  owns(channel: number): boolean;
  data(bytes: Uint8Array): void;
  /** The computer takes nothing more of what is sent: half of it would be nonsense there. */
  inputRefused(): void;
  closed(closed: ChannelClosed): void;
  linkChanged(link: SessionLinkState): void;
};

export const NO_SCREEN: ScreenSnapshot = { stage: { stage: 'closed' }, input: 'view-only' };

type Options = {
  send: (request: SessionPortRequest) => void;
  requestChannel: (service: SessionService) => number;
};

export function createScreenFeed({ send, requestChannel }: Options): ScreenFeed {
  let current = NO_SCREEN;
  const listeners = new Set<() => void>();
  let running: { channel: number; port: ScreenPort } | null = null;
  let isConnected = false;
  /** It was lost, and comes back by itself with the line. */
  let comesBack = false;

  function change(part: Partial<ScreenSnapshot>): void {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  }

  function ask(input: ScreenInput): void {
    comesBack = false;
    const channel = requestChannel({ service: 'screen-sharing' });
    const port = createScreenPort({
      post(request) {
        if (running?.port === port) send({ channel, ...request });
      },
      onClose: () => {
        if (running?.port === port) leave({ stage: 'over', end: { reason: 'unreadable' } });
      },
    });
    running = { channel, port };
    if (input === 'control') send({ type: 'screen-input', channel, input });
    change({ stage: { stage: 'asking' }, input });
  }

  /** Closes the channel on this side, and shows why. */
  function leave(stage: ScreenStage): void {
    if (running !== null) send({ type: 'close-channel', channel: running.channel });
    running = null;
    change({ stage });
  }

  return {
    snapshot: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    open() {
      if (running === null) ask('view-only');
    },
    close: () => leave({ stage: 'closed' }),
    setInput(input) {
      if (input === current.input || running === null) return;
      send({ type: 'screen-input', channel: running.channel, input });
      change({ input });
    },

    owns: (channel) => running?.channel === channel,
    data(bytes) {
      if (running === null) return;
      const { port } = running;
      if (current.stage.stage === 'asking') {
        port.receive({ type: 'connected' });
        change({ stage: { stage: 'shared', port } });
      }
      port.receive({ type: 'data', bytes });
    },
    inputRefused: () => leave({ stage: 'over', end: { reason: 'stalled' } }),
    closed(closed) {
      const port = running?.port;
      running = null;
      port?.receive({ type: 'closed', trouble: { kind: 'closed' } });
      comesBack = closed.reason === 'lost';
      change({ stage: { stage: 'over', end: closed } });
      if (comesBack && isConnected) ask(current.input);
    },
    linkChanged(link) {
      isConnected = link === 'connected';
      if (isConnected && comesBack) ask(current.input);
    },
  };
}
