import type { ConsoleReply } from '#app/contracts/console-api.ts';
import type { AccessKeeper } from '../access/access-keeper.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { SupportSessionLinks } from '../support-sessions/support-session-links.ts';

type Deps = {
  appliance: Pick<ApplianceConnection, 'leave' | 'address'>;
  access: Pick<AccessKeeper, 'forget'>;
  sessions: Pick<SupportSessionLinks, 'closeAll'>;
};

/** Leaves the appliance and forgets the access. Support sessions stay with the appliance for two minutes. */
export function createSignOut({ appliance, access, sessions }: Deps) {
  return (): ConsoleReply<'signOut'> => {
    sessions.closeAll();
    access.forget();
    appliance.leave({ state: 'signed-out', address: appliance.address, reason: null });
    return {};
  };
}
