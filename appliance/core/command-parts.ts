import type { CommandPart } from '#app/contracts/jump-item-commands.ts';
import type { OpId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';

/** So many commands of one kind may be arriving on one connection; the oldest is forgotten for another. */
const MAX_ARRIVING = 2;

type Arriving<T> = { readonly same: string; readonly of: number; readonly items: T[]; next: number };

/** One part of a command, as it came. `rest`: its other fields, which are the same in every part. */
export type ArrivedPart<T> = {
  readonly opId: OpId;
  readonly part: CommandPart;
  readonly rest: unknown;
  readonly items: readonly T[];
};
export type CommandParts<T> = ReturnType<typeof createCommandParts<T>>;

/**
 * Puts the commands of one kind together whose parts arrive on one connection, and is forgotten with it. Part 1 begins
 * a command, also one that had begun already: the console sends all of it again.
 */
export function createCommandParts<T>() {
  const arriving = new Map<OpId, Arriving<T>>();

  const begin = (opId: OpId, { of }: CommandPart, same: string): Arriving<T> => {
    arriving.delete(opId);
    for (const oldest of arriving.keys()) {
      if (arriving.size < MAX_ARRIVING) break;
      arriving.delete(oldest);
    }
    const command = { same, of, items: [], next: 1 };
    arriving.set(opId, command);
    return command;
  };

  return {
    /**
     * Takes the next part. A refusal ends the command: `malformed` for a part out of its order or one that contradicts
     * those before it, `too-many-items` with the limit.
     * @returns all items in their order at the last part, null before it
     */
    take({ opId, part, rest, items }: ArrivedPart<T>): readonly T[] | null {
      const same = JSON.stringify(rest);
      const command = part.number === 1 ? begin(opId, part, same) : arriving.get(opId);
      if (command?.next !== part.number || command.of !== part.of || command.same !== same) {
        arriving.delete(opId);
        throw new JumpError('malformed');
      }
      if (command.items.length + items.length > MAX_ITEMS_IN_COMMAND) {
        arriving.delete(opId);
        throw new JumpError('too-many-items', { detail: String(MAX_ITEMS_IN_COMMAND) });
      }
      command.items.push(...items);
      command.next += 1;
      if (part.number < part.of) return null;
      arriving.delete(opId);
      return command.items;
    },
  };
}
