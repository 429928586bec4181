/**
 * The address of an appliance as it is used and kept: `http://host:port`, nothing after it.
 * @returns null when the text is no such address
 */
export function parseApplianceAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!['http:', 'https:'].includes(url.protocol) || !isBare || url.pathname !== '/') return null;
  return url.origin;
}
