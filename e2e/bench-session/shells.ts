import type { EchoingTerminal } from './keystrokes.ts';
import type { BenchSession } from './session-side.ts';

/** Prints as fast as it is let: lines as long as those of a build. */
export const FLOOD_COMMAND = `yes ${'printing-at-full-speed-'.repeat(3)}`;

/** A Command Shell in which `cat` runs: what echoes is the terminal itself, as on the floor. */
export async function openEcho(session: BenchSession): Promise<EchoingTerminal> {
  const shell = openShell(session);
  await shell.prints('echo ready-$((6*7)); exec cat\r', 'ready-42');
  return {
    type: shell.type,
    onData: (listen) => shell.onData(listen),
  };
}

/** A Command Shell that prints without end, until it is closed. */
export async function openFlood(session: BenchSession): Promise<{ printedBytes(): number; close(): void }> {
  const shell = openShell(session);
  await shell.prints(`${FLOOD_COMMAND}\r`, 'speed-\r\n');
  let printed = 0;
  shell.onData((bytes) => {
    printed += bytes;
  });
  return { printedBytes: () => printed, close: shell.close };
}

function openShell({ endpoint }: BenchSession) {
  const channel = endpoint.open({ service: 'command-shell', columns: 200, rows: 24 });
  let onData = (_bytes: Uint8Array) => {};
  channel.listener = {
    data(bytes) {
      channel.consumed(bytes.length);
      onData(bytes);
    },
  };
  const type = (bytes: Uint8Array) => void channel.send(bytes);
  return {
    type,
    close: () => channel.close({ reason: 'closed' }),
    onData(listen: (byteCount: number) => void) {
      onData = (bytes) => listen(bytes.length);
    },
    /** Types a line and waits until the shell has printed that. */
    prints: (line: string, text: string) =>
      new Promise<void>((resolve) => {
        let shown = '';
        onData = (bytes) => {
          shown = (shown + new TextDecoder().decode(bytes)).slice(-4_096);
          if (shown.includes(text)) resolve();
        };
        type(new TextEncoder().encode(line));
      }),
  };
}
