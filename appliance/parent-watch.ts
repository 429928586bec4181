import { fstatSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Clock } from './core/environment.ts';

const LOOK_MS = 1_000;

/** How the process that started this one is seen. */
export type ParentSight = {
  /** The process id of whoever is our parent now. */
  readonly parentId: () => number;
  /** Our standard input where its other end is the parent's; null where it is a file, a terminal or nothing. */
  readonly stdin: Readable | null;
};

/** Calls back once when the parent is gone: standard input ends, or somebody else has become our parent. */
export function onParentGone({ parentId, stdin }: ParentSight, clock: Clock, onGone: () => void): void {
  const parent = parentId();
  let cancelLook: () => void = () => undefined;
  let told = false;
  const gone = () => {
    if (told) return;
    told = true;
    cancelLook();
    onGone();
  };
  const lookLater = () => {
    cancelLook = clock.schedule(LOOK_MS, () => {
      if (parentId() === parent) lookLater();
      else gone();
    });
  };
  lookLater();
  stdin?.once('end', gone).once('close', gone).resume();
}

/** This process's own. */
export function ownParent(): ParentSight {
  const input = fstatSync(0);
  const isPipe = input.isFIFO() || input.isSocket();
  return { parentId: () => process.ppid, stdin: isPipe ? process.stdin : null };
}
