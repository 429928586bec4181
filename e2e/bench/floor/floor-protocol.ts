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

/** What the benchmark asks of the server, by `POST`: one change, changes for a while, everything as it was made. */
export type FloorRequest = 'change' | 'play' | 'restore';
export type FloorChange = { readonly id: string; readonly comments: string };
export type FloorPlay = {
  readonly changesPerSecond: number;
  readonly seconds: number;
  /** Which items change in turn; all, if it is not said. */
  readonly ids?: readonly string[];
};
/** When the last change was made, in ms on the wall clock. */
export type FloorAnswer = { readonly committedAt: number };

/** Items in one page of the list. */
export const PAGE_ITEMS = 1_000;

/** As long as the appliance gathers changes before it sends them. */
export const GATHERING_MS = 50;

/** What the server prints once it listens, as one JSON line. */
export type FloorAnnouncement = { readonly url: string };
