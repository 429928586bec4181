import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Options = { folder: string; name: string; maxBytes: number; keep: number };

/**
 * A file that never grows beyond `maxBytes`: a full one becomes `name.1.log`, that one `name.2.log`, and the oldest is
 * overwritten, so that at most `keep` files exist. A log that cannot be written never stops the console.
 */
export function createBoundedLogFile({ folder, name, maxBytes, keep }: Options) {
  const path = (age: number) => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`);
  let size: number | null = null;
  let isBroken = false;

  function rotate(): void {
    for (let age = keep - 1; age > 0; age -= 1) {
      if (existsSync(path(age - 1))) renameSync(path(age - 1), path(age));
    }
    size = 0;
  }

  function append(line: string): void {
    mkdirSync(folder, { recursive: true });
    size ??= existsSync(path(0)) ? statSync(path(0)).size : 0;
    if (size > 0 && size + Buffer.byteLength(line) > maxBytes) rotate();
    appendFileSync(path(0), line, { mode: 0o600 });
    size += Buffer.byteLength(line);
  }

  return {
    write(line: string): void {
      try {
        append(line);
        isBroken = false;
      } catch (error) {
        // Said once until it works again: a full disk would otherwise fill the terminal too.
        if (!isBroken) process.stderr.write(`The log cannot be written: ${String(error)}\n`);
        isBroken = true;
      }
    },
  };
}
