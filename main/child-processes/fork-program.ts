import { utilityProcess } from 'electron';
import type { ChildProcess } from './embedded-appliance.ts';

/**
 * Runs a built program beside main. It ends with this process, however that ends.
 * @param serviceName as system monitors show it
 */
export function forkProgram(
  path: string,
  programArguments: readonly string[],
  serviceName: string,
): ChildProcess {
  return utilityProcess.fork(path, [...programArguments], {
    serviceName,
    stdio: ['ignore', 'pipe', 'pipe'],
  }) as ChildProcess; // its streams are Node's Readable; Electron's types name only their interface
}
