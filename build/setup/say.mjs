/** Set-up talks on stderr only: the stdout of what it prepares (an address, a result) stays clean. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
