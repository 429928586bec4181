import type { ApplianceParams } from '#app/contracts/appliance-protocol.ts';
import {
  type CommandPart,
  MAX_ITEMS_IN_PART,
  MAX_PART_BYTES,
  MAX_PARTS,
} from '#app/contracts/jump-item-commands.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { CommandName, JournalEntry } from './command-journal.ts';

/**
 * What is sent for a command, in order: one request, or the parts of one on many items. The same command gives the same
 * parts, so that a repeat is known for what it is.
 * @throws {JumpError} `too-many-items` where texts are so long that no number of parts holds them
 */
export function messagesOf(entry: JournalEntry, repeated: boolean): readonly ApplianceParams<CommandName>[] {
  switch (entry.name) {
    case 'jump-items:edit':
    case 'jump-items:remove': {
      const { items, ...common } = entry.params;
      return partsOf(items, common).map(({ part, held }) => ({ ...common, repeated, part, items: held }));
    }
    case 'jump-items:import': {
      const { entries, ...common } = entry.params;
      return partsOf(entries, common).map(({ part, held }) => ({ ...common, repeated, part, entries: held }));
    }
    default:
      return [{ ...entry.params, repeated }];
  }
}

type HeldPart<T> = { readonly part: CommandPart; readonly held: T[] };

/** @param common what each part says beside what it holds */
function partsOf<T>(whole: readonly T[], common: object): readonly HeldPart<T>[] {
  const part = { number: MAX_PARTS, of: MAX_PARTS };
  const room = MAX_PART_BYTES - bytesOf({ ...common, repeated: false, part, entries: [] });
  const cut = cutIntoParts(whole, room);
  if (cut.length > MAX_PARTS) {
    const fitting = cut.slice(0, MAX_PARTS).reduce((count, held) => count + held.length, 0);
    throw new JumpError('too-many-items', { detail: String(fitting) });
  }
  return cut.map((held, index) => ({ part: { number: index + 1, of: cut.length }, held }));
}

/** @param room how many bytes of JSON a part may hold */
function cutIntoParts<T>(whole: readonly T[], room: number): T[][] {
  const parts: T[][] = [];
  let open: T[] = [];
  let left = 0;
  for (const thing of whole) {
    const bytes = bytesOf(thing) + 1; // and a comma
    if (bytes > left || open.length === MAX_ITEMS_IN_PART) {
      open = [];
      left = room;
      parts.push(open);
    }
    open.push(thing);
    left -= bytes;
  }
  return parts;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
