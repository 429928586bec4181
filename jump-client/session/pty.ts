import { writeSync } from 'node:fs';

/** A program on a terminal of its own. */
export type Pty = {
  readonly processId: number;
  /** @returns how many bytes the terminal took: what a program does not read fills it, and the rest is offered again later */
  write(bytes: Uint8Array): number;
  resize(columns: number, rows: number): void;
  /** Stops reading, which makes the program wait once the terminal's own buffer is full. */
  pause(): void;
  resume(): void;
};

export type SpawnPty = (options: {
  program: string;
  words: string[];
  folder: string;
  env: Record<string, string>;
  columns: number;
  rows: number;
  onData: (bytes: Uint8Array) => void;
  /** After the last data. */
  onExit: (exitCode: number) => void;
}) => Pty;

/**
 * Loads the native module, which is not there for every platform.
 * @throws when it cannot be loaded: then this computer has no Command Shell
 */
export async function loadPty(): Promise<SpawnPty> {
  const { spawn } = await import('@lydell/node-pty');
  return ({ program, words, folder, env, columns, rows, onData, onExit }) => {
    const options = { name: 'xterm-256color', cols: columns, rows, cwd: folder, env, encoding: null };
    const terminal = spawn(program, words, options);
    // Without an encoding data are bytes, both ways; the package's types know only of text.
    terminal.onData((data: string | Uint8Array) => onData(data as Uint8Array));
    terminal.onExit(({ exitCode, signal }) => onExit(signal ? 128 + signal : exitCode));
    const { fd, _socket: socket } = terminal as unknown as { fd: number; _socket: { destroyed: boolean } };
    return {
      processId: terminal.pid,
      write: (bytes) => (socket.destroyed ? bytes.length : writeToTerminal(fd, bytes)),
      resize: (width, height) => terminal.resize(width, height),
      pause: () => terminal.pause(),
      resume: () => terminal.resume(),
    };
  };
}

/** The module's own `write` waits in a loop, and this whole program with it, for as long as nobody reads. */
function writeToTerminal(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0;
    throw error;
  }
}
