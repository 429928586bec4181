import type { Console } from '../store/console-context.tsx';
import type { VncTab } from '../store/vnc-tabs-slice.ts';
import { jumpToItem } from './jump-to-item.ts';

/** Jumps once more to the item of a tab: whether that is still allowed, the appliance says. */
export async function reconnectVnc(console: Console, tab: VncTab): Promise<void> {
  const { store, rows } = console;
  const item = rows.get(tab.jumpItemId);
  if (item === undefined) store.getState().showRefusal({ about: tab.name, code: 'client-not-found' });
  else await jumpToItem(console, item);
}
