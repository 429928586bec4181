import { createInterface, cursorTo } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** The terminal of the person at the computer. */
export type Terminal = {
  /** Prints a sentence. What is being typed below it stays as it is. */
  say(sentence: string): void;
  onLine(listener: (line: string) => void): void;
  close(): void;
};

type Streams = { readonly input: Readable; readonly output: Writable & { readonly isTTY?: boolean } };

/** Prints and reads whole lines; where a person sits in front of it, with a line of their own below what is printed. */
export function openTerminal({ input, output }: Streams): Terminal {
  const isSeen = output.isTTY === true;
  const lines = createInterface(isSeen ? { input, output, prompt: '> ' } : { input });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  return {
    say(sentence) {
      if (isSeen) cursorTo(output, 0);
      output.write(`${isSeen ? CLEAR_BELOW : ''}${sentence.replace(/(?!\n)\p{Control}/gu, '')}\n`);
      if (isSeen && isOpen) lines.prompt(true);
    },
    onLine(listener) {
      lines.on('line', listener);
    },
    close: () => lines.close(),
  };
}

/** The line with the cursor, and those below it: what is typed may be longer than one. */
const CLEAR_BELOW = '\u001b[0J';
