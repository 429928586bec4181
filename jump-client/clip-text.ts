/** Shortens what the system says to what the contract admits, without leaving half a character at the end. */
export function clipText(text: string, maxLength = 256): string {
  if (text.length <= maxLength) return text;
  const clipped = text.slice(0, maxLength);
  return /[\uD800-\uDBFF]$/.test(clipped) ? clipped.slice(0, -1) : clipped;
}
