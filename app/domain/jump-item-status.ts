import type { JumpItem } from './jump-item.ts';

export const JUMP_ITEM_STATUSES = [
  'online',
  'in-session',
  'disabled',
  'passive',
  'offline',
  'uninstalled',
  'shortcut',
] as const;

/** The one word that the Status column, the icon, the search and the statistics pane show for an item. */
export type JumpItemStatus = (typeof JUMP_ITEM_STATUSES)[number];

export function jumpItemStatus(item: JumpItem): JumpItemStatus {
  if (item.method !== 'jump-client') return 'shortcut';
  if (item.presence === 'uninstalled') return 'uninstalled';
  if (item.connection === 'passive') return 'passive';
  if (item.presence === 'online') return item.inSessionWith.length > 0 ? 'in-session' : 'online';
  return item.presence;
}
