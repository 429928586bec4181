import { seenItem } from '#app/contracts/jump-item-commands.ts';
import { OpId } from '#app/domain/ids.ts';
import type { JumpShortcut } from '#app/domain/jump-item.ts';
import type { Console } from '../store/console-context.tsx';
import type { Refusal } from '../store/messages-slice.ts';
import type { TabId } from '../store/tabs-slice.ts';
import { vncTabIdOf } from '../store/vnc-tabs-slice.ts';

/**
 * Jump on a shortcut (R1.8): a Local VNC opens in a tab, a Local RDP with a program of this computer, which is told of in
 * a message. A Local VNC that is connected already is not connected again.
 * @returns the tab, null where a program shows it
 */
export async function openShortcut(
  { api, store }: Pick<Console, 'api' | 'store'>,
  item: JumpShortcut,
): Promise<{ readonly tab: TabId | null } | { readonly refusal: Refusal }> {
  const tabId = vncTabIdOf(item.id);
  if (item.method === 'local-vnc' && store.getState().vncTabs.get(tabId)?.isOver === false) {
    return { tab: tabId };
  }
  const answer = await api.openShortcut({ opId: OpId.parse(crypto.randomUUID()), ...seenItem(item) });
  if (!answer.ok) return { refusal: { about: item.name, code: answer.code, detail: answer.detail } };
  const { value: opened } = answer;
  const state = store.getState();
  if (opened.opened === 'vnc') {
    const { name, address, vncLinkId } = opened;
    return { tab: state.showVnc({ jumpItemId: item.id, name, address, vncLinkId }) };
  }
  state.showRemoteDesktop(opened);
  return { tab: null };
}
