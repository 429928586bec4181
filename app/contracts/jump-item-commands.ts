// What changes Jump Items, console ↔ appliance: requests of the same door as `appliance-protocol.ts`.
import { z } from 'zod';
import { JumpItemId, OpId } from '../domain/ids.ts';
import { JUMP_ERROR_CODES } from '../domain/jump-error.ts';
import { isJumpClient, JumpItem, ReportedText } from '../domain/jump-item.ts';
import { MAX_ITEMS_IN_COMMAND, NewShortcut, PropertiesChange } from '../domain/jump-item-change.ts';

/** Every command carries these: a repeat with the same `opId` does nothing twice (`repeated`: it may have arrived before). */
const command = { opId: OpId, repeated: z.boolean() };

/** The revisions that the representative saw when acting. */
export const SeenRevisions = z.strictObject({ propertiesRev: z.int(), presenceRev: z.int().nullable() });
export type SeenRevisions = z.infer<typeof SeenRevisions>;

/** At most so many items, and so many bytes of JSON, travel in one part of a command. */
export const MAX_ITEMS_IN_PART = 500;
export const MAX_PART_BYTES = 48 * 1024;
export const MAX_PARTS = 1_000;

/**
 * A command on many items travels as numbered parts under one `opId`; it counts once and runs at the last part, in one
 * transaction. The parts before it are answered with null. `number` counts from 1.
 */
export const CommandPart = z
  .strictObject({ number: z.int().min(1), of: z.int().min(1).max(MAX_PARTS) })
  .refine(({ number, of }) => number <= of);
export type CommandPart = z.infer<typeof CommandPart>;

/** What a command did to Jump Items. */
export const ITEMS_DEEDS = ['edited', 'moved', 'removed', 'created', 'imported'] as const;
export type ItemsDeed = (typeof ITEMS_DEEDS)[number];

/** A command that may be taken back: what it did, to how many items, and the name of the only one. */
export const UndoableDeed = z.strictObject({
  opId: OpId,
  deed: z.enum(ITEMS_DEEDS),
  name: z.string().nullable(),
  count: z.int().min(1),
  /** In how many milliseconds a removal becomes final; null for what can be taken back longer. */
  heldForMs: z.int().nullable(),
});
export type UndoableDeed = z.infer<typeof UndoableDeed>;
/** So many of them are told, one after the other. */
export const MOST_UNDOABLE = 20;

export const SeenItem = z.strictObject({ jumpItemId: JumpItemId, seen: SeenRevisions });
export type SeenItem = z.infer<typeof SeenItem>;

/** An item as a command names it: with the revisions of the row that the representative looked at. */
export function seenItem(item: JumpItem): SeenItem {
  const presenceRev = isJumpClient(item) ? item.presenceRev : null;
  return { jumpItemId: item.id, seen: { propertiesRev: item.propertiesRev, presenceRev } };
}

/** One item of a command that was left as it is. `name` is empty where the representative may not see the item. */
export const RefusedItem = z.strictObject({
  jumpItemId: JumpItemId,
  name: z.string(),
  code: z.enum(JUMP_ERROR_CODES),
  detail: z.string().optional(),
  /** With `changed-meanwhile`: the item as it is now. */
  current: JumpItem.nullable(),
});
export type RefusedItem = z.infer<typeof RefusedItem>;

/** The refused items that fit a frame are named; all of them are counted. */
export const MAX_REFUSED_NAMED = 500;
export const ItemsOutcome = z.strictObject({
  done: z.int(),
  refusedCount: z.int(),
  refused: z.array(RefusedItem).max(MAX_REFUSED_NAMED),
});
export type ItemsOutcome = z.infer<typeof ItemsOutcome>;

/** Lines of an import that were refused for one reason: their places among the entries, as runs (`refused-runs.ts`). */
export const RefusedLines = z.strictObject({
  code: z.enum(JUMP_ERROR_CODES),
  detail: z.string().optional(),
  runs: z.array(z.int().min(0)).max(2 * MAX_ITEMS_IN_COMMAND),
});
export type RefusedLines = z.infer<typeof RefusedLines>;

/** What an import did. Where `refused` does not name them all, `refusedLines` holds every one that was. */
export const ImportOutcome = z.strictObject({
  ...ItemsOutcome.shape,
  created: z.int(),
  refusedLines: z.array(RefusedLines).max(100),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** One line of an import: a new shortcut, or a change of an item that is there. */
export const ImportEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('create'), shortcut: NewShortcut }),
  z.strictObject({ kind: z.literal('edit'), ...SeenItem.shape, change: PropertiesChange }),
]);
export type ImportEntry = z.infer<typeof ImportEntry>;

const someItems = z.array(SeenItem).min(1).max(MAX_ITEMS_IN_PART);

export const jumpItemCommands = {
  /**
   * *Properties* on one or many items, and drag and drop: one change made on each (R1.10). As a whole refused with
   * `jump-group-not-found` (the new group), `too-many-items` or `op-id-reused`; an item with message 7, `not-permitted`,
   * `changed-meanwhile` for a stale `propertiesRev`, or message 8 or 9 for a presence that is worse than the one seen.
   */
  'jump-items:edit': {
    params: z.strictObject({ ...command, part: CommandPart, change: PropertiesChange, items: someItems }),
    reply: ItemsOutcome.nullable(),
  },
  /**
   * *Remove* (R1.9). Never refused for presence. A removed item is held for `REMOVAL_HELD_MS`: invisible, counted in the
   * limits, refusing sessions; its Jump Client is told to uninstall only then.
   */
  'jump-items:remove': {
    params: z.strictObject({ ...command, part: CommandPart, items: someItems }),
    reply: ItemsOutcome.nullable(),
  },
  /** Creates one shortcut (R1.4). Refused with `jump-group-not-found` or `not-permitted`. */
  'jump-items:create-shortcut': {
    params: z.strictObject({ ...command, shortcut: NewShortcut }),
    reply: z.strictObject({ jumpItemId: JumpItemId }),
  },
  /**
   * Many lines at once, in one transaction and as one step to undo. `done` counts all lines that were, `created` the new
   * ones among them; all that were refused are in the answer. A refused new line's `jumpItemId` is its number from 1, over all parts; it may be refused with
   * `jump-group-not-found` too.
   */
  'jump-items:import': {
    params: z.strictObject({
      ...command,
      part: CommandPart,
      entries: z.array(ImportEntry).min(1).max(MAX_ITEMS_IN_PART),
    }),
    reply: ImportOutcome.nullable(),
  },
  /**
   * Takes back what a command of the same representative did: each item gets its own values again, what was removed is
   * there again (in Personal if its group is gone), what was created leaves. Items that somebody changed since are
   * skipped, named, with `changed-meanwhile`. As a whole refused with `undo-expired`: held too long, done already, or
   * never heard of.
   */
  'jump-items:undo': {
    params: z.strictObject({ ...command, undoneOpId: OpId }),
    reply: ItemsOutcome,
  },
  /** What the representative did in the last hour and may take back, the last at the end: for a page that begins anew. */
  'jump-items:list-undoable': {
    params: z.strictObject({}),
    reply: z.strictObject({ commands: z.array(UndoableDeed).max(MOST_UNDOABLE) }),
  },
  /**
   * Jump on a shortcut (R1.8): where to connect to, from this computer. Refused with message 7 or `not-permitted`;
   * `malformed` for a Jump Client.
   */
  'jump-item:open-shortcut': {
    params: z.strictObject({ ...command, jumpItemId: JumpItemId, seen: SeenRevisions }),
    reply: z.strictObject({
      method: z.enum(['local-rdp', 'local-vnc']),
      name: z.string(),
      hostname: ReportedText,
      port: z.int().min(1).max(65_535),
    }),
  },
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;

/** How long a removal can be taken back. */
export const REMOVAL_HELD_MS = 10_000;
