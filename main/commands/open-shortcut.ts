import type { ConsoleParams, ConsoleReply } from '#app/contracts/console-api.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { ShortcutHostname } from '#app/domain/jump-item-change.ts';
import { hostAndPort } from '#app/domain/shortcut-address.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { OpenRemoteDesktop } from '../jump-shortcuts/open-remote-desktop.ts';
import type { VncLinks } from '../jump-shortcuts/vnc-links.ts';

type Deps = {
  appliance: Pick<ApplianceConnection, 'request'>;
  vncLinks: Pick<VncLinks, 'prepare'>;
  openRemoteDesktop: OpenRemoteDesktop;
};

/**
 * Jump on a shortcut (R1.8): the appliance decides, writes it down and says where to; this computer connects. It is not
 * journaled: what a lost connection leaves undone, nobody has to take up later.
 * @throws {JumpError} the appliance's refusal; `malformed` for a host that no program is to be told
 */
export function createOpenShortcut({ appliance, vncLinks, openRemoteDesktop }: Deps) {
  return async (params: ConsoleParams<'openShortcut'>): Promise<ConsoleReply<'openShortcut'>> => {
    const target = await appliance.request('jump-item:open-shortcut', { ...params, repeated: false });
    const { method, name, hostname, port } = target;
    if (!ShortcutHostname.safeParse(hostname).success) throw new JumpError('malformed');
    const opened = { name, address: hostAndPort(hostname, port) };
    if (method === 'local-vnc') {
      return { opened: 'vnc', ...opened, vncLinkId: vncLinks.prepare({ hostname, port }) };
    }
    const outcome = await openRemoteDesktop(hostname, port);
    if ('program' in outcome) return { opened: 'program', ...opened, program: outcome.program };
    return { opened: 'nothing', ...opened, lookedFor: [...outcome.lookedFor] };
  };
}
