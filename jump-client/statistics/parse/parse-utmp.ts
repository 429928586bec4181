/** Someone who is logged in. */
export type Login = { user: string; terminal: string; from: string; since: number | null };

const USER_PROCESS = 7;

/**
 * The logins in /var/run/utmp, a file of fixed records.
 * @param architecture Node's name of it: where `long` is 64 bits in this file, a record is longer
 */
export function parseUtmp(bytes: Uint8Array, architecture: string): Login[] {
  const isWide = architecture === 'arm64';
  const recordBytes = isWide ? 400 : 384;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const logins: Login[] = [];
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    if (view.getInt16(at, true) !== USER_PROCESS) continue;
    const user = text(bytes.subarray(at + 44, at + 76));
    if (user === '') continue;
    const seconds = view.getInt32(at + (isWide ? 344 : 340), true);
    logins.push({
      user,
      terminal: text(bytes.subarray(at + 8, at + 40)),
      from: text(bytes.subarray(at + 76, at + 332)),
      since: seconds * 1_000,
    });
  }
  return logins;
}

function text(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end)).trim();
}

/** Who sits at the computer: at its screen or, without one, at its terminal; empty when nobody is logged in. */
export function consoleUserOf(logins: readonly Login[]): string {
  const isAtScreen = ({ terminal, from }: Login) =>
    /^:\d/.test(terminal) || /^:\d/.test(from) || terminal === 'seat0';
  const isAtTerminal = ({ terminal }: Login) => /^tty\d/.test(terminal);
  const login = logins.find(isAtScreen) ?? logins.find(isAtTerminal) ?? logins[0];
  return login?.user ?? '';
}
