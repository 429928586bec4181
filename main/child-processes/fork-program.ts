import type { Readable } from 'node:stream';
import { utilityProcess } from 'electron';
import type { ChildProcess } from './embedded-appliance.ts';
import { wholeOutput } from './whole-output.ts';

/**
 * Runs a built program beside main. It ends with this process, however that ends.
 * @param serviceName as system monitors show it
 */
export function forkProgram(
  path: string,
  programArguments: readonly string[],
  serviceName: string,
): ChildProcess {
  const child = utilityProcess.fork(path, [...programArguments], {
    serviceName,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Its streams are Node's Readable; Electron's types name only their interface.
  const output = (stream: NodeJS.ReadableStream | null) => stream && wholeOutput(stream as Readable, child);
  return {
    stdout: output(child.stdout),
    stderr: output(child.stderr),
    on: (event, listener) => child.on(event, listener),
    kill: () => child.kill(),
  };
}
