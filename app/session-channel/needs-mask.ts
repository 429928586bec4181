/**
 * Whether what a program sends over a WebSocket has to be masked. Masking keeps bytes that somebody chose from looking
 * like HTTP to a proxy that reads along. Nobody reads along within TLS or on one computer, and there it is left out.
 */
export function needsMask(address: string): boolean {
  return !/^(?:wss|https):|^(?:ws|http):\/\/(?:127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i.test(address);
}
