import { join } from 'node:path';

/** A program that shares a display which is there already. */
export type VncProgram = {
  readonly path: string;
  /** Its argument vector. @param socketPath the Unix socket that it is to listen on, and on nothing else */
  words(socketPath: string): string[];
};

/** Nobody has been connected for so long: it ends by itself, whatever became of who started it. In seconds. */
export const LONELY_SECONDS = 10;

/** What people install; the first that is there is taken. */
export const VNC_PROGRAMS = ['x0vncserver', 'x11vnc'] as const;

const tigerVncWords = (socketPath: string): string[] => [
  `-rfbunixpath=${socketPath}`,
  '-rfbunixmode=0600',
  '-rfbport=-1',
  '-SecurityTypes=None',
  '-AlwaysShared=1',
  '-AcceptSetDesktopSize=0',
  '-IdleTimeout=0',
  `-MaxDisconnectionTime=${LONELY_SECONDS}`,
];

/** Without `-forever` it ends with its last viewer; `-norc` and `-safer`: nothing of a person's own files is run by it. */
const x11VncWords = (socketPath: string): string[] => [
  ...['-unixsock', socketPath, '-rfbport', '0', '-rfbportv6', '-1', '-no6', '-noipv6', '-localhost'],
  ...['-nopw', '-shared', '-norc', '-safer', '-quiet', '-timeout', String(LONELY_SECONDS)],
];

/** Debian puts a script in `x0vncserver`'s place and calls the program itself otherwise. */
const FILES = [
  { file: 'X0tigervnc', words: tigerVncWords },
  { file: 'x0vncserver', words: tigerVncWords },
  { file: 'x11vnc', words: x11VncWords },
];

/**
 * Looks for a program in the folders of `PATH`; null where there is none.
 * @param searchPath as the environment has it; what is not an absolute folder is passed over
 */
export function findVncProgram(searchPath: string, isProgram: (path: string) => boolean): VncProgram | null {
  const folders = searchPath.split(':').filter((folder) => folder.startsWith('/'));
  for (const { file, words } of FILES) {
    const folder = folders.find((candidate) => isProgram(join(candidate, file)));
    if (folder !== undefined) return { path: join(folder, file), words };
  }
  return null;
}
