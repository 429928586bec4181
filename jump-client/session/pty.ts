/** A program on a terminal of its own. */
export type Pty = {
  readonly processId: number;
  write(bytes: Uint8Array): void;
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
    const { write } = terminal as unknown as { write(bytes: Uint8Array): void };
    return {
      processId: terminal.pid,
      write: (bytes) => write.call(terminal, bytes),
      resize: (width, height) => terminal.resize(width, height),
      pause: () => terminal.pause(),
      resume: () => terminal.resume(),
    };
  };
}
