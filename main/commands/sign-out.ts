import type { ConsoleReply } from '#app/contracts/console-api.ts';
import type { AccessKeeper } from '../access/access-keeper.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { VncLinks } from '../jump-shortcuts/vnc-links.ts';
import type { SupportSessionLinks } from '../support-sessions/support-session-links.ts';

type Deps = {
  appliance: Pick<ApplianceConnection, 'leave' | 'address'>;
  access: Pick<AccessKeeper, 'forget'>;
  sessions: Pick<SupportSessionLinks, 'closeAll'>;
  vncLinks: Pick<VncLinks, 'closeAll'>;
};

/** Leaves the appliance and forgets the access. Support sessions stay with the appliance for two minutes; Local
 * VNC connections end. */
export function createSignOut({ appliance, access, sessions, vncLinks }: Deps) {
  return (): ConsoleReply<'signOut'> => {
    sessions.closeAll();
    vncLinks.closeAll();
    access.forget();
    appliance.leave({ state: 'signed-out', address: appliance.address, reason: null });
    return {};
  };
}
