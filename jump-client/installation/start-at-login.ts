import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Installation, noteOutside, placesIn } from './installation.ts';
import { makeFolders } from './new-folder.ts';

/** Where the desktop looks for what to start at login: `$XDG_CONFIG_HOME`, else `~/.config`. */
export function autostartFolder(env: NodeJS.ProcessEnv, home: string): string {
  const base = env.XDG_CONFIG_HOME?.startsWith('/') ? env.XDG_CONFIG_HOME : join(home, '.config');
  return join(base, 'autostart');
}

/** A Jump Client in user mode starts with its user's session (R2.9). */
export function startAtLogin(installation: Installation, autostart: string): Installation {
  const { folder, made } = makeFolders(autostart);
  const path = join(folder, `${basename(installation.folder)}.desktop`);
  const folders = made.map((madeFolder) => ({ kind: 'folder' as const, path: madeFolder }));
  const noted = noteOutside(installation, ...folders, { kind: 'file', path });
  writeFileSync(path, autostartEntry(installation), { flag: 'wx', mode: 0o600, flush: true });
  return noted;
}

/** @throws where a path has a character that such a file cannot hold */
export function autostartEntry({ folder, record }: Installation): string {
  const { runtime, program } = placesIn(folder);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  if (/[\u0000-\u001f\u007f]/.test(folder)) throw new Error('The path cannot stand in an autostart entry.');
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Jump Client',
    `Comment=Keeps this computer reachable for ${escapeText(record.appliance)}`,
    `TryExec=${escapeText(runtime)}`,
    `Exec=${escapeText([runtime, program].map(quoteWord).join(' '))}`,
    'NoDisplay=true',
    '',
  ].join('\n');
}

/** A word of a command line, as the specification of such entries quotes it. */
function quoteWord(word: string): string {
  return `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\');
}
