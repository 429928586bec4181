import { runProgram } from './script.mjs';

/** Twice as wide and high as the largest window that is opened: its pointer rests in the middle, beside them all. */
const SCREEN = '-screen 0 3840x2400x24';

/** Whether windows can be shown: everywhere but on a Linux machine without an X display. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env.DISPLAY);
}

/** Runs a program that opens windows: on the display that is there, else on one of its own in memory. */
export function runWithDisplay(command, words, options = {}) {
  if (hasDisplay(options.env)) return runProgram(command, words, options);
  return runProgram('xvfb-run', ['-a', '-s', SCREEN, command, ...words], { ...options, ownGroup: true });
}
