/** What every file system that a console meets takes for one name. */
const MOST_NAME_BYTES = 255;
const DEVICE_NAME = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\.|$| )/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are refused
const REFUSED_ON_WINDOWS = /[\u0000-\u001f<>:"/\\|?*]/g;
/** Half of a surrogate pair: no file system keeps it as it is. */
const HALF_CHARACTER = /\p{Surrogate}/u;
const HALF_CHARACTERS = /\p{Surrogate}/gu;
const ENDS_IN_DOT_OR_BLANK = /[. ]+$/;

/**
 * Whether it is the name of one thing within a folder: nothing that leads elsewhere, and nothing that the system takes
 * for a device.
 */
export function isFileName(name: string, { isWindows }: { isWindows: boolean }): boolean {
  if (name === '' || name === '.' || name === '..') return false;
  if (name.includes('/') || name.includes('\0') || HALF_CHARACTER.test(name)) return false;
  if (byteLength(name) > MOST_NAME_BYTES) return false;
  if (!isWindows) return true;
  return name.search(REFUSED_ON_WINDOWS) < 0 && !ENDS_IN_DOT_OR_BLANK.test(name) && !DEVICE_NAME.test(name);
}

/** The name under which a file of another computer is kept here: its own where this system takes it, else the nearest. */
export function nameHere(name: string, { isWindows }: { isWindows: boolean }): string {
  let here = name.replace(HALF_CHARACTERS, '_').replaceAll('/', '_').replaceAll('\0', '_');
  if (isWindows) {
    here = here
      .replace(REFUSED_ON_WINDOWS, '_')
      .replace(ENDS_IN_DOT_OR_BLANK, (end: string) => '_'.repeat(end.length));
    if (DEVICE_NAME.test(here)) here = `_${here}`;
  }
  if (here === '' || here === '.' || here === '..') here = `_${here}`;
  return cutTo(here, MOST_NAME_BYTES);
}

/** `report (2).txt`: what a file is called where its name is taken. */
export function numberedName(name: string, number: number): string {
  const { stem, ending } = splitName(name);
  const suffix = ` (${number})${ending}`;
  return cutTo(stem, MOST_NAME_BYTES - byteLength(suffix)) + suffix;
}

/** The stem is never empty: `.profile` is all stem. An ending is short, or it is none. */
function splitName(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  const hasEnding = dot > 0 && name.length - dot <= 20;
  return hasEnding ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}

function cutTo(name: string, mostBytes: number): string {
  if (byteLength(name) <= mostBytes) return name;
  const { stem, ending } = splitName(name);
  let kept = '';
  let room = mostBytes - byteLength(ending);
  for (const character of stem) {
    room -= byteLength(character);
    if (room < 0) break;
    kept += character;
  }
  return kept + ending;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
