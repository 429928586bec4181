import { USUAL_PORTS } from './jump-item-change.ts';

type Shortcut = { method: keyof typeof USUAL_PORTS; hostname: string; port: number | null };

/** The port of a shortcut: its own, or the one where its Jump Method usually listens. */
export function portOf({ method, port }: Pick<Shortcut, 'method' | 'port'>): number {
  return port ?? USUAL_PORTS[method];
}

/** An IPv6 address without the brackets that people may have written around it; every other host as it is. */
export function bareHostname(hostname: string): string {
  return hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
}

/** `host:port` as people and programs write it: an IPv6 address stands in brackets. */
export function hostAndPort(hostname: string, port: number): string {
  const bare = bareHostname(hostname);
  return `${bare.includes(':') ? `[${bare}]` : bare}:${port}`;
}
