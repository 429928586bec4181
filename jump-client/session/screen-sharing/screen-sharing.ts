import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { ScreenInput } from '#app/contracts/session-services.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import type { Participant } from '../support-sessions.ts';
import type { DisplaySearch } from './find-display.ts';
import { createRfbInput } from './rfb-input.ts';
import { VNC_PROGRAMS, type VncProgram } from './vnc-program.ts';
import { ScreenRefusal, type VncServer } from './vnc-server.ts';

/** A representative who sees this computer's screen, or uses it. */
export type ScreenShare = { readonly representativeName: string; readonly input: ScreenInput };

/** What the person at the computer is shown of it. */
export type ScreenView = {
  /** Who sees the screen now, or uses it. */
  readonly shares: readonly ScreenShare[];
  /** False once that person has stopped it. */
  readonly isAllowed: boolean;
};

export type ScreenSharing = {
  /** Shares the screen on a channel until either side closes it, and says there why it cannot. */
  serve(channel: SessionChannel, participant: Participant): void;
  /** The person at the computer stops it for all, and refuses it, or allows it again. */
  setAllowed(isAllowed: boolean): void;
};

type Options = {
  findDisplay: () => Promise<DisplaySearch>;
  findProgram: () => VncProgram | null;
  startServer: (options: { program: VncProgram; display: NonNullable<DisplaySearch['found']> }) => VncServer;
  /** Told whenever it changes. */
  onView: (view: ScreenView) => void;
  log: Logger;
};
type Open = { share: ScreenShare; stop(): void };

/** This computer's screen for representatives, over all sessions: one VNC server for them all, as long as somebody looks. */
export function createScreenSharing({
  findDisplay,
  findProgram,
  startServer,
  onView,
  log,
}: Options): ScreenSharing {
  const open = new Set<Open>();
  let isAllowed = true;
  let server: { vnc: Promise<VncServer>; viewers: number } | null = null;

  const tell = () => onView({ shares: [...open].map(({ share }) => share), isAllowed });

  async function start(): Promise<VncServer> {
    const display = await findDisplay();
    if (display.found === null) throw new ScreenRefusal(display.trouble);
    const program = findProgram();
    if (program === null) throw new ScreenRefusal('no-program', VNC_PROGRAMS.join(', '));
    log.info({ display: display.found.name, program: program.path }, 'The screen is being shared.');
    return startServer({ program, display: display.found });
  }

  /** @returns the server, and what lets go of it: the last viewer ends it */
  function enter(): { vnc: Promise<VncServer>; leave: () => void } {
    server ??= { vnc: start(), viewers: 0 };
    const entered = server;
    entered.viewers += 1;
    const leave = () => {
      entered.viewers -= 1;
      if (entered.viewers > 0) return;
      if (server === entered) server = null;
      entered.vnc.then(
        (vnc) => vnc.stop(),
        (error: unknown) => log.debug({ error }, 'There was no VNC server to end.'),
      );
    };
    return { vnc: entered.vnc, leave };
  }

  function join(channel: SessionChannel, { representativeName }: Participant): void {
    const { vnc, leave } = enter();
    let isOver = false;
    const viewer: Open = {
      share: { representativeName, input: 'view-only' },
      stop: () => end(new ScreenRefusal('stopped')),
    };
    const view = createView(channel, {
      onEnd: (reason) => end(reason),
      onInput(input) {
        viewer.share = { ...viewer.share, input };
        tell();
      },
    });
    function end(reason: ScreenRefusal | null): void {
      if (isOver) return;
      isOver = true;
      view.close();
      leave();
      if (open.delete(viewer)) tell();
      if (reason !== null) refuse(channel, reason);
    }
    const begin = async () => {
      const socket = await (await vnc).connect();
      if (isOver) return void socket.destroy();
      open.add(viewer);
      tell();
      view.attach(socket);
    };
    begin().catch((error: unknown) => {
      if (error instanceof ScreenRefusal) return end(error);
      log.error({ error }, 'The screen could not be shared.');
      end(new ScreenRefusal('not-started'));
    });
  }

  return {
    serve(channel, participant) {
      if (isAllowed) join(channel, participant);
      else refuse(channel, new ScreenRefusal('stopped'));
    },
    setAllowed(allowed) {
      isAllowed = allowed;
      if (!allowed) for (const { stop } of [...open]) stop();
      tell();
    },
  };
}

function refuse(channel: SessionChannel, { trouble, detail }: ScreenRefusal): void {
  channel.close({ reason: 'no-screen', trouble, detail });
}

type ViewOptions = { onEnd: (reason: ScreenRefusal | null) => void; onInput: (input: ScreenInput) => void };

/** Joins a channel with a connection to the VNC server; how much travels ahead is the channel's credit. */
function createView(channel: SessionChannel, { onEnd, onInput }: ViewOptions) {
  const input = createRfbInput();
  let socket: Socket | null = null;
  let granted: ScreenInput = 'view-only';

  channel.listener = {
    data(bytes) {
      const passed = socket === null ? null : input.push(bytes);
      if (passed === null) return onEnd(new ScreenRefusal('gone'));
      for (const piece of passed) socket?.write(piece);
      // Taken once the server has taken it: what it does not read is not sent on from the console.
      socket?.write('', () => channel.consumed(bytes.length));
    },
    control(message) {
      if (message.type !== 'screen-input' || message.input === granted) return;
      granted = message.input;
      for (const piece of input.allow(granted)) socket?.write(piece);
      onInput(granted);
    },
    drained: () => socket?.resume(),
    closed: () => onEnd(null),
  };
  return {
    attach(connected: Socket): void {
      socket = connected;
      connected.on('data', (bytes) => {
        if (!channel.send(bytes)) connected.pause();
      });
      connected.on('error', () => onEnd(new ScreenRefusal('gone')));
      connected.on('close', () => onEnd(new ScreenRefusal('gone')));
    },
    close: () => void socket?.destroy(),
  };
}
