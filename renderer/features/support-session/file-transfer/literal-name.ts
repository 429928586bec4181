/** What is not seen itself but changes how the rest is read: controls, and marks that turn or join letters. */
const UNSEEN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A file's name with nothing hidden in it: `‹202E›gpj.exe` is not taken for a picture. */
export function literalName(name: string): string {
  return name.replace(UNSEEN, (unseen) => {
    const code = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `‹${code.padStart(4, '0')}›`;
  });
}
