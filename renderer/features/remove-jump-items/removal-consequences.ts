import { isJumpClient, type JumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { t } from '../../texts.ts';

/** What follows from the removal of these items, a sentence each; *it* is said of one alone. */
export function removalConsequences(items: readonly JumpItem[]): readonly string[] {
  const jumpClients = items.filter(isJumpClient);
  const later = jumpClients.filter(({ presence }) => presence === 'offline').length;
  const uninstalled = jumpClients.filter(({ presence }) => presence === 'uninstalled').length;
  const now = jumpClients.length - later - uninstalled;
  const leaving = items.length - now - later;
  if (items.length === 1) {
    if (leaving === 1) return [t('remove.one.leaves')];
    return [t(later === 1 ? 'remove.one.uninstalls-later' : 'remove.one.uninstalls')];
  }
  return [
    ...(now > 0 ? [t('remove.some.uninstall', { count: now })] : []),
    ...(later > 0 ? [t('remove.some.uninstall-later', { count: later })] : []),
    ...(leaving > 0 ? [t('remove.some.leave', { count: leaving })] : []),
  ];
}

/** The items on which somebody works now. */
export function itemsInSession(items: readonly JumpItem[]): readonly JumpClient[] {
  return items.filter(isJumpClient).filter(({ inSessionWith }) => inSessionWith.length > 0);
}
