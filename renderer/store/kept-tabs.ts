// The order and the names of tabs, as a representative has them in this console. Pure.
import { type KeptTab, MOST_KEPT_TABS } from '#app/contracts/preferences.ts';

type Tab = { readonly id: string };

/** Those that have a place in that order; the others follow, as they were opened. */
export function arrangeTabs<T extends Tab>(tabs: readonly T[], kept: readonly KeptTab[]): readonly T[] {
  const places = new Map(kept.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: T) => places.get(id) ?? kept.length;
  return tabs.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/**
 * Moves a tab.
 * @param tabs as they stand now
 * @param before the tab that it comes to stand before; null: behind the last
 */
export function moveTab(
  tabs: readonly Tab[],
  kept: readonly KeptTab[],
  id: string,
  before: string | null,
): KeptTab[] {
  if (id === before) return keptAs(tabs, kept);
  const moved = tabs.filter((tab) => tab.id === id);
  const others = tabs.filter((tab) => tab.id !== id);
  const place = before === null ? others.length : others.findIndex((tab) => tab.id === before);
  return keptAs(others.toSpliced(place < 0 ? others.length : place, 0, ...moved), kept);
}

/** @param name null: as its item is called, again */
export function nameTab(
  tabs: readonly Tab[],
  kept: readonly KeptTab[],
  id: string,
  name: string | null,
): KeptTab[] {
  return keptAs(tabs, kept).map((tab) => (tab.id === id ? { id, name } : tab));
}

/** Forgets what is not open any more. @returns the very same where nothing goes */
export function keepOpenTabs(kept: readonly KeptTab[], openIds: ReadonlySet<string>): readonly KeptTab[] {
  return kept.every(({ id }) => openIds.has(id)) ? kept : kept.filter(({ id }) => openIds.has(id));
}

function keptAs(tabs: readonly Tab[], kept: readonly KeptTab[]): KeptTab[] {
  const names = new Map(kept.map(({ id, name }) => [id, name]));
  return tabs.slice(0, MOST_KEPT_TABS).map(({ id }) => ({ id, name: names.get(id) ?? null }));
}
