import { setTimeout as pause } from 'node:timers/promises';

/** A terminal that shows what is typed. */
export type EchoingTerminal = { type(bytes: Uint8Array): void; onData(listen: () => void): void };

const KEY = new TextEncoder().encode('x');
/** Where a terminal's line is full its echo stops: it ends before that. */
const LINE = 60;
const ENTER = new TextEncoder().encode('\r');
/** As fast as nobody types: each key is one of its own. */
const PAUSE_MS = 15;

/** Types key by key and waits for each echo. @returns milliseconds, one for each key */
export async function timeKeystrokes(terminal: EchoingTerminal, count: number): Promise<number[]> {
  let onEcho = () => {};
  terminal.onData(() => onEcho());
  const times: number[] = [];
  for (let typed = 0; typed < count; typed += 1) {
    const bytes = typed % LINE === LINE - 1 ? ENTER : KEY;
    const echoed = new Promise<void>((resolve) => {
      onEcho = resolve;
    });
    const at = performance.now();
    terminal.type(bytes);
    await echoed;
    times.push(performance.now() - at);
    onEcho = () => {};
    await pause(PAUSE_MS);
  }
  return times;
}
