import { MAX_INPUT_BYTES, type SessionPortRequest } from '#app/contracts/session-port.ts';
import type { ChannelClosed, SessionService } from '#app/contracts/session-services.ts';
import type { CreateShellTerminal, ShellTerminal, TerminalSize } from './shell-terminal.ts';

/** One Command Shell of the session: it stays shown after it has ended, until somebody closes it. */
export type Shell = {
  readonly channel: number;
  /** 1, 2, 3 … within the session: what its tab is called. */
  readonly number: number;
  readonly terminal: ShellTerminal;
  /** The computer, or this console's main process, has said that it runs. */
  readonly running: boolean;
  readonly closed: ChannelClosed | null;
  /** Why nothing of what was typed or pasted last was sent. */
  readonly inputRefused: 'too-large' | 'not-taken' | null;
};

type Deps = {
  send(request: SessionPortRequest): void;
  /** @returns the channel on which the service was asked for */
  requestChannel(service: SessionService): number;
  createTerminal: CreateShellTerminal;
  changed(shells: readonly Shell[]): void;
};

const FIRST_SIZE: TerminalSize = { columns: 80, rows: 24 };

/** The Command Shells of one session, each with a terminal that takes what it prints from the first byte on. */
export function createShells({ send, requestChannel, createTerminal, changed }: Deps) {
  let shells: readonly Shell[] = [];
  let highestNumber = 0;

  const shellOf = (channel: number): Shell | undefined => shells.find((shell) => shell.channel === channel);

  function show(next: readonly Shell[]): void {
    shells = next;
    changed(shells);
  }

  function change(channel: number, part: Partial<Shell>): void {
    show(shells.map((shell) => (shell.channel === channel ? { ...shell, ...part } : shell)));
  }

  function add(channel: number, size: TerminalSize, running: boolean): void {
    highestNumber += 1;
    const terminal = createTerminal({
      columns: size.columns,
      rows: size.rows,
      onInput: (bytes) => sendInput(channel, bytes),
      onResize: (columns, rows) => send({ type: 'resize', channel, columns, rows }),
    });
    const shell = { channel, number: highestNumber, terminal, running, closed: null, inputRefused: null };
    show([...shells, shell]);
  }

  function sendInput(channel: number, bytes: Uint8Array): void {
    const isTooLarge = bytes.byteLength > MAX_INPUT_BYTES;
    if (!isTooLarge) send({ type: 'data', channel, bytes });
    const refused = shellOf(channel)?.inputRefused;
    if (isTooLarge) change(channel, { inputRefused: 'too-large' });
    else if (refused === 'too-large') change(channel, { inputRefused: null });
  }

  return {
    isEmpty: (): boolean => shells.length === 0,
    owns: (channel: number): boolean => shellOf(channel) !== undefined,
    /** @returns the new shell's channel */
    open(): number {
      const size = shells.at(-1)?.terminal.size() ?? FIRST_SIZE;
      const channel = requestChannel({ service: 'command-shell', ...size });
      add(channel, size, false);
      return channel;
    },
    /** One runs: asked for here, or found running when this console came. */
    opened(channel: number, size: TerminalSize): void {
      if (shellOf(channel) === undefined) add(channel, size, true);
      else change(channel, { running: true });
    },
    /** @param replayed printed before this console came */
    data(channel: number, bytes: Uint8Array, replayed: boolean): void {
      const terminal = shellOf(channel)?.terminal;
      const shown = (): void => send({ type: 'consumed', channel, byteCount: bytes.byteLength });
      if (replayed) terminal?.replay(bytes, shown);
      else terminal?.write(bytes, shown);
    },
    inputAnswered(channel: number, state: 'accepted' | 'refused'): void {
      change(channel, { inputRefused: state === 'refused' ? 'not-taken' : null });
    },
    ended(channel: number, closed: ChannelClosed): void {
      shellOf(channel)?.terminal.end();
      change(channel, { closed, inputRefused: null });
    },
    /** Ends a running shell on the computer, and takes an ended one off the screen. */
    close(channel: number): void {
      const shell = shellOf(channel);
      if (shell === undefined) return;
      if (shell.closed === null) send({ type: 'close-channel', channel });
      shell.terminal.dispose();
      show(shells.filter((candidate) => candidate !== shell));
    },
    /** The session is over: what was printed stays, nothing can be typed. */
    endAll(): void {
      for (const { terminal } of shells) terminal.end();
    },
    dispose(): void {
      for (const { terminal } of shells) terminal.dispose();
    },
  };
}
