import type { NetworkTrouble } from '#app/contracts/vnc-port.ts';

const TROUBLES: Readonly<Record<string, NetworkTrouble>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknown-name',
  EAI_AGAIN: 'unknown-name',
  EAI_NONAME: 'unknown-name',
  ETIMEDOUT: 'no-answer',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EHOSTDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
};

/** What a failure of the network means to a person, and what the system calls it. */
export function networkTroubleOf(error: Error): { trouble: NetworkTrouble; systemCode: string } {
  const systemCode = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { trouble: TROUBLES[systemCode] ?? 'other', systemCode };
}
