// What the floor's server and its page say to each other: rows, and nothing around them.
import type { JumpItem } from '#app/domain/jump-item.ts';

/** Server → page, one after the other until `last`. */
export type FloorPage = { readonly items: readonly JumpItem[]; readonly last: boolean };

/** Server → page: rows as they are now, gathered over `GATHERING_MS`. */
export type FloorChanges = { readonly upserted: readonly JumpItem[] };

export type FloorEvents = {
  page: (page: FloorPage) => void;
  changes: (changes: FloorChanges) => void;
};

/** What the benchmark asks the server to change for a while. */
export type FloorPlay = { readonly changesPerSecond: number; readonly seconds: number };

/** Items in one page of the list. */
export const PAGE_ITEMS = 1_000;

/** As long as the appliance gathers changes before it sends them. */
export const GATHERING_MS = 50;

/** What the server prints once it listens, as one JSON line. */
export type FloorAnnouncement = { readonly url: string };
