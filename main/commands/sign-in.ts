import type { ConsoleParams, ConsoleReply } from '#app/contracts/console-api.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { AccessKeeper } from '../access/access-keeper.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import { parseApplianceAddress } from './appliance-address.ts';

type Deps = {
  appliance: Pick<ApplianceConnection, 'signIn'>;
  access: Pick<AccessKeeper, 'keep'>;
};

/**
 * Signs in and remembers the access. Refused with `malformed` (the address), `sign-in-refused`,
 * `appliance-incompatible` or `appliance-unreachable`.
 */
export function createSignIn({ appliance, access }: Deps) {
  return async ({ address, token }: ConsoleParams<'signIn'>): Promise<ConsoleReply<'signIn'>> => {
    const origin = parseApplianceAddress(address);
    if (origin === null) throw new JumpError('malformed');
    if (token.trim() === '') throw new JumpError('sign-in-refused');
    const asked = { address: origin, token: token.trim() };
    await appliance.signIn(asked);
    await access.keep(asked);
    return {};
  };
}
