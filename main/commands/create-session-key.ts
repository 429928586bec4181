import type { ConsoleReply } from '#app/contracts/console-api.ts';
import { portalPath } from '#app/domain/session-key.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';

type Deps = { appliance: Pick<ApplianceConnection, 'request' | 'address'> };

/** Asks for a session key. Its link leads to the appliance by the address at which this console has found it. */
export function createCreateSessionKey({ appliance }: Deps) {
  return async (): Promise<ConsoleReply<'createSessionKey'>> => {
    const { address } = appliance;
    const key = await appliance.request('session-key:create', {});
    return { ...key, portalUrl: new URL(portalPath(key.sessionKey), address).href };
  };
}
