import { join } from 'node:path';
import { hostAndPort } from '#app/domain/shortcut-address.ts';

/** One program of this computer that opens a remote desktop, and its words: an argument vector, never a line of a shell. */
export type RemoteDesktopProgram = {
  /** As people know it. */
  readonly name: string;
  /** A path; or a bare name, that is looked for in the folders of PATH. */
  readonly file: string;
  readonly words: readonly string[];
  /** It hands the address to another program and ends: whether there is one, its exit code tells. */
  readonly handsOver: boolean;
};

/**
 * What opens a remote desktop on a platform, in the order in which it is tried. The host stands behind `/v:` or `rdp://`
 * in each, so that it is never read as an option.
 * @param hostname a `ShortcutHostname`
 */
export function remoteDesktopPrograms(
  { platform, windowsFolder }: { platform: NodeJS.Platform; windowsFolder: string | undefined },
  hostname: string,
  port: number,
): readonly RemoteDesktopProgram[] {
  const address = hostAndPort(hostname, port);
  const program = (name: string, file: string, words: readonly string[], handsOver = false) => ({
    name,
    file,
    words,
    handsOver,
  });
  if (platform === 'win32') {
    // By its path: a program of that name in another folder is not the system's own.
    const file = join(windowsFolder ?? 'C:\\Windows', 'System32', 'mstsc.exe');
    return [program('Remote Desktop Connection (mstsc)', file, [`/v:${address}`])];
  }
  if (platform === 'darwin') {
    const link = `rdp://full%20address=s:${encodeURIComponent(address).replaceAll('%3A', ':')}`;
    return [program('Windows App (Microsoft Remote Desktop)', '/usr/bin/open', [link], true)];
  }
  // Remmina first: it asks for passwords in a window, the others on a terminal that they have not here.
  return [
    program('remmina', 'remmina', ['-c', `rdp://${address}`]),
    program('xfreerdp3', 'xfreerdp3', [`/v:${address}`]),
    program('xfreerdp', 'xfreerdp', [`/v:${address}`]),
  ];
}
