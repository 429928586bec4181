import type { TabId } from '../store/tabs-slice.ts';

/** A tab and its panel name each other by these. */
export function tabElementId(id: TabId): string {
  return `tab-${id}`;
}

export function panelElementId(id: TabId): string {
  return `panel-${id}`;
}
