import type { SessionLinkState, SessionPortEvent, SessionPortRequest } from '#app/contracts/session-port.ts';
import type { ChannelClosed, SessionService, SystemInformation } from '#app/contracts/session-services.ts';
import { assertNever } from '#app/lib/assert-never.ts';
import { type ChatView, createChatConnection } from './chat/chat-connection.ts';
import type { ChatKeeper } from './chat/kept-chat.ts';
import { createFilesView, type FilesView } from './file-transfer/files-view.ts';
import { createScreenFeed, type ScreenFeed } from './screen-sharing/screen-feed.ts';
import type { CreateShellTerminal } from './shell-terminal.ts';
import { createShells, type Shell } from './shells.ts';
import { createSystemInformationFeed, type SystemInformationFeed } from './system-information-feed.ts';

export type SystemInformationState = {
  readonly latest: { readonly information: SystemInformation; readonly receivedAt: number } | null;
  readonly trouble: 'unreadable' | 'stopped' | null;
};

export type SessionSnapshot = {
  readonly link: SessionLinkState;
  readonly shells: readonly Shell[];
  readonly systemInformation: SystemInformationState;
};

/** The part of a MessagePort that a session uses. */
export type SessionPort = {
  onmessage: ((event: MessageEvent<SessionPortEvent>) => void) | null;
  postMessage(message: SessionPortRequest): void;
  close(): void;
};

/** What one support session's tab shows, kept from what its port says. */
export type SessionConnection = {
  /** The same object until something changed, as `useSyncExternalStore` wants it. */
  snapshot(): SessionSnapshot;
  subscribe(onChange: () => void): () => void;
  /** @returns the new shell's channel */
  openShell(): number;
  /** Ends a running shell on the computer, and takes an ended one off the screen. */
  closeShell(channel: number): void;
  askForSystemInformation(): void;
  readonly files: FilesView;
  readonly chat: ChatView;
  readonly screen: ScreenFeed;
  /** Leaves the port; what runs on the computer goes on until the session ends. */
  dispose(): void;
};

type Options = {
  port: SessionPort;
  createTerminal: CreateShellTerminal;
  /** This computer's clock, milliseconds. */
  now: () => number;
  /** @returns a function that calls it off */
  after: (milliseconds: number, run: () => void) => () => void;
  /** A random UUID. */
  newId: () => string;
  chatKeeper: ChatKeeper;
};

/** @param options.port becomes this connection's own: it sets `onmessage`, which starts the port */
export function createSessionConnection(options: Options): SessionConnection {
  const { port, createTerminal, now, after, newId, chatKeeper } = options;
  let current: SessionSnapshot = {
    link: 'connecting',
    shells: [],
    systemInformation: { latest: null, trouble: null },
  };
  const listeners = new Set<() => void>();
  const send = (request: SessionPortRequest): void => port.postMessage(request);
  const files = createFilesView((request) => send({ type: 'files', request }));
  let highestChannel = 0;
  let information: { channel: number; feed: SystemInformationFeed } | null = null;
  let started = false;

  function change(part: Partial<SessionSnapshot>): void {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  }

  function changeInformation(part: Partial<SystemInformationState>): void {
    change({ systemInformation: { ...current.systemInformation, ...part } });
  }

  function requestChannel(service: SessionService): number {
    highestChannel += 1;
    send({ type: 'open-channel', channel: highestChannel, service });
    return highestChannel;
  }
  const chat = createChatConnection({ requestChannel, send, after, now, newId, keeper: chatKeeper });
  const screen = createScreenFeed({ send, requestChannel });
  const shells = createShells({
    send,
    requestChannel,
    createTerminal,
    changed: (shown) => change({ shells: shown }),
  });

  function listenToSystemInformation(channel: number, midway: boolean): void {
    information?.feed.dispose();
    const feed = createSystemInformationFeed({
      midway,
      after,
      onConsumed: (byteCount) => send({ type: 'consumed', channel, byteCount }),
      onRead(read) {
        if (read === 'unreadable') changeInformation({ trouble: 'unreadable' });
        else changeInformation({ latest: { information: read, receivedAt: now() }, trouble: null });
      },
    });
    information = { channel, feed };
  }

  function askForSystemInformation(): void {
    listenToSystemInformation(requestChannel({ service: 'system-information' }), false);
    changeInformation({ trouble: null });
  }

  /** Everything that ran before is known by now: what is missing is opened, once. */
  function start(): void {
    if (started) return;
    started = true;
    if (shells.isEmpty()) shells.open();
    if (information === null) askForSystemInformation();
  }

  function onChannelOpened(channel: number, service: SessionService): void {
    highestChannel = Math.max(highestChannel, channel);
    if (service.service === 'chat') {
      // One that an earlier window opened: the next one is told all that was said from its beginning.
      if (!chat.owns(channel)) send({ type: 'close-channel', channel });
    } else if (service.service === 'screen-sharing') {
      // One that ran before: its picture cannot be taken up in the middle.
      if (!screen.owns(channel)) send({ type: 'close-channel', channel });
    } else if (service.service === 'system-information') {
      if (information?.channel !== channel) listenToSystemInformation(channel, true);
    } else if (service.service === 'command-shell') shells.opened(channel, service);
  }

  function onData(channel: number, bytes: Uint8Array, replayed: boolean): void {
    if (shells.owns(channel)) shells.data(channel, bytes, replayed);
    else if (information?.channel === channel) information.feed.push(bytes);
    else if (chat.owns(channel)) chat.data(bytes);
    else if (screen.owns(channel)) screen.data(bytes);
    else send({ type: 'consumed', channel, byteCount: bytes.byteLength });
  }

  function onChannelClosed(channel: number, closed: ChannelClosed): void {
    if (screen.owns(channel)) {
      screen.closed(closed);
      return;
    }
    if (chat.owns(channel)) {
      chat.closed();
      return;
    }
    if (information?.channel === channel) {
      information.feed.dispose();
      information = null;
      changeInformation({ trouble: 'stopped' });
      return;
    }
    shells.ended(channel, closed);
  }

  function onLink(link: SessionLinkState): void {
    change({ link });
    screen.linkChanged(link);
    if (link === 'connected') start();
    chat.linkChanged(link);
    if (link === 'ended' || link === 'broken') shells.endAll();
  }

  function receive(event: SessionPortEvent): void {
    switch (event.type) {
      case 'channel-opened':
        onChannelOpened(event.channel, event.service);
        break;
      case 'data':
        onData(event.channel, event.bytes, event.replayed);
        break;
      case 'input':
        if (screen.owns(event.channel)) screen.inputRefused();
        else shells.inputAnswered(event.channel, event.state);
        break;
      case 'files':
        files.receive(event.event);
        break;
      case 'channel-closed':
        onChannelClosed(event.channel, event.closed);
        break;
      case 'link':
        onLink(event.state);
        break;
      default:
        assertNever(event);
    }
  }

  port.onmessage = (event) => receive(event.data);
  return {
    snapshot: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    openShell: shells.open,
    closeShell: shells.close,
    askForSystemInformation,
    files,
    chat,
    screen,
    dispose() {
      listeners.clear();
      chat.dispose();
      information?.feed.dispose();
      port.onmessage = null;
      port.close();
      shells.dispose();
    },
  };
}
