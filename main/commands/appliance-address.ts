/**
 * Reads what a person typed as an appliance's address.
 * @returns the origin, such as `https://support.example.com`; null when it is none. Without a scheme it is https.
 */
export function parseApplianceAddress(typed: string): string | null {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || url.pathname !== '/') return null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
}
