import type { Logger } from 'pino';
import type { SessionService } from '#app/contracts/session-services.ts';
import type { SessionChannel } from '#app/session-channel/session-channel.ts';
import type { Clock } from '../clock.ts';
import type { LoginShell } from './login-shell.ts';
import type { Pty, SpawnPty } from './pty.ts';
import { createPtyInput } from './pty-input.ts';
import { signalTerminalSession } from './terminal-session.ts';

/** How many shells run at once on this computer, over all sessions. */
export const MOST_SHELLS = 16;
/** A shell that a hang-up does not end in this time is killed. */
const HANG_UP_MS = 1_000;

export type CommandShells = {
  /** Runs a shell for a channel until it exits, its console closes it, or the session ends. */
  serve(channel: SessionChannel, size: Extract<SessionService, { service: 'command-shell' }>): void;
  /** The Jump Client ends: so does everything that it started. */
  killAll(): void;
};

type Options = {
  /** Null where the native module could not be loaded. */
  spawnPty: SpawnPty | null;
  loginShell: () => LoginShell;
  clock: Clock;
  log: Logger;
};

export function createCommandShells({ spawnPty, loginShell, clock, log }: Options): CommandShells {
  const running = new Set<number>();

  /** No process of a shell outlives it: first asked, then killed. */
  function end(processId: number): void {
    signalTerminalSession(processId, 'SIGHUP');
    clock.after(HANG_UP_MS, () => signalTerminalSession(processId, 'SIGKILL'));
  }

  function spawnFor(channel: SessionChannel, size: { columns: number; rows: number }, spawn: SpawnPty): void {
    let exited = false;
    const pty = spawn({
      ...loginShell(),
      columns: size.columns,
      rows: size.rows,
      onData(bytes) {
        if (!channel.send(bytes) && !exited) pty.pause();
      },
      onExit(exitCode) {
        exited = true;
        running.delete(pty.processId);
        channel.close({ reason: 'exited', exitCode });
        end(pty.processId);
      },
    });
    running.add(pty.processId);
    channel.listener = listenerOf(channel, pty, { hasExited: () => exited, end, clock, log });
  }

  return {
    serve(channel, size) {
      const refuse = (message: string) => channel.close({ reason: 'failed', message });
      if (spawnPty === null)
        return refuse('This computer has no Command Shell: its terminal module is missing.');
      if (running.size >= MOST_SHELLS) return refuse(`No more than ${MOST_SHELLS} shells run at once.`);
      try {
        spawnFor(channel, size, spawnPty);
      } catch (error) {
        log.error({ error }, 'A shell could not be started.');
        refuse('The shell could not be started.');
      }
    },
    killAll() {
      for (const processId of running) signalTerminalSession(processId, 'SIGKILL');
    },
  };
}

function listenerOf(
  channel: SessionChannel,
  pty: Pty,
  shell: { hasExited: () => boolean; end: (processId: number) => void; clock: Clock; log: Logger },
): SessionChannel['listener'] {
  /** A shell may have gone a moment ago: then its terminal takes nothing any more. */
  function touch(action: () => void): void {
    if (shell.hasExited()) return;
    try {
      action();
    } catch (error) {
      shell.log.debug({ error }, 'A terminal took no more.');
    }
  }
  const input = createPtyInput({
    offer(bytes) {
      let taken = bytes.length; // by nobody, where the shell has gone
      touch(() => {
        taken = pty.write(bytes);
      });
      return taken;
    },
    onTaken: (byteCount) => channel.consumed(byteCount),
    clock: shell.clock,
  });
  return {
    data: (bytes) => input.write(bytes),
    control(message) {
      if (message.type === 'resize') touch(() => pty.resize(message.columns, message.rows));
    },
    drained: () => touch(() => pty.resume()),
    closed() {
      input.close();
      touch(() => pty.resume());
      if (!shell.hasExited()) shell.end(pty.processId);
    },
  };
}
