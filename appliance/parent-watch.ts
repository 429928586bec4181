import { fstatSync } from 'node:fs';

const LOOK_MS = 1_000;

/**
 * Calls back once the process that started this one is gone: its end of our standard input closes, where that is a
 * pipe, or somebody else has become our parent.
 */
export function onParentGone(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) gone();
  }, LOOK_MS);
  timer.unref();
  let told = false;
  const gone = () => {
    if (told) return;
    told = true;
    clearInterval(timer);
    onGone();
  };
  const stdin = fstatSync(0);
  if (!stdin.isFIFO() && !stdin.isSocket()) return;
  process.stdin.once('end', gone);
  process.stdin.once('close', gone);
  process.stdin.resume();
}
