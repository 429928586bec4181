import { closeSync, constants, openSync } from 'node:fs';
import { CONTROL_SOCKET } from './control-protocol.ts';

export type ControlAddress = { readonly path: string; release(): void };

/**
 * The path of a data folder's control socket. A Unix socket's path ends at 107 bytes and a folder's may be longer;
 * through an open descriptor of the folder it is always short.
 */
export function openControlAddress(dataDir: string): ControlAddress {
  const descriptor = openSync(dataDir, constants.O_RDONLY | constants.O_DIRECTORY);
  return {
    path: `/proc/self/fd/${descriptor}/${CONTROL_SOCKET}`,
    release: () => closeSync(descriptor),
  };
}
