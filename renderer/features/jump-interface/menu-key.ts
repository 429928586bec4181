import type { MenuPlace } from '../../ui/menu-at.tsx';

/** The Menu key, and Shift+F10 where there is none. */
export function isMenuKey({ key, shiftKey }: { key: string; shiftKey: boolean }): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Where the keyboard opens the menu of an element. */
export function placeUnder(element: Element): MenuPlace {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 24, y: bottom };
}
