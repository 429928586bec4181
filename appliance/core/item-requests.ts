import type { ReplyEnvelope } from '#app/contracts/appliance-protocol.ts';
import type { ImportEntry, SeenItem } from '#app/contracts/jump-item-commands.ts';
import type { OpId, RepresentativeId } from '#app/domain/ids.ts';
import { asRefusal, type Command } from './command-journal.ts';
import { type ArrivedPart, type CommandParts, createCommandParts } from './command-parts.ts';
import type { ConsoleRequestHandlers, PerformCommand } from './console-requests.ts';
import { createShortcutIn, importItemsIn } from './create-shortcuts.ts';
import { editItemsIn, type ItemsDone } from './edit-jump-items.ts';
import type { Environment } from './environment.ts';
import { listUndoable } from './list-undoable.ts';
import { openShortcutIn } from './open-shortcut.ts';
import { removeItemsIn } from './remove-jump-items.ts';
import type { SiteReader, Transaction } from './site.ts';
import { undoCommandIn } from './undo-command.ts';
import { keepUndoable } from './undoable-commands.ts';

type Deps = {
  readonly perform: PerformCommand;
  readonly environment: Pick<Environment, 'clock' | 'randomness'>;
  readonly site: SiteReader;
};
type Given = Pick<Command, 'opId' | 'repeated'>;

/** The requests that change Jump Items, as one console's connection answers them. */
export function createItemRequests(deps: Deps, representativeId: RepresentativeId) {
  const { environment, site } = deps;
  const editParts = createCommandParts<SeenItem>();
  const importParts = createCommandParts<ImportEntry>();
  const removeParts = createCommandParts<SeenItem>();

  const perform = <T>(
    request: Command['request'],
    { opId, repeated }: Given,
    body: unknown,
    change: (transaction: Transaction) => T,
  ): Promise<ReplyEnvelope<T>> => deps.perform({ request, opId, repeated, body }, (settle) => settle(change));
  /** What a command did is kept with it, so that it can be taken back. */
  const undoable =
    <T>(opId: OpId, change: (transaction: Transaction) => ItemsDone<T>) =>
    (transaction: Transaction): T => {
      const { value, steps } = change(transaction);
      keepUndoable(transaction, { representativeId, opId, steps, performedAt: environment.clock.now() });
      return value;
    };

  return {
    'jump-items:edit': ({ opId, repeated, part, change, items }) =>
      whole(editParts, { opId, part, rest: { repeated, change }, items }, (all) =>
        perform(
          'jump-items:edit',
          { opId, repeated },
          { change, items: all },
          undoable(opId, (transaction) => editItemsIn(transaction, representativeId, all, change)),
        ),
      ),
    'jump-items:import': ({ opId, repeated, part, entries }) =>
      whole(importParts, { opId, part, rest: { repeated }, items: entries }, (all) =>
        perform(
          'jump-items:import',
          { opId, repeated },
          { entries: all },
          undoable(opId, (transaction) =>
            importItemsIn(transaction, representativeId, all, environment.randomness.uuid),
          ),
        ),
      ),
    'jump-items:create-shortcut': ({ shortcut, ...given }) =>
      perform(
        'jump-items:create-shortcut',
        given,
        { shortcut },
        undoable(given.opId, (transaction) =>
          createShortcutIn(transaction, representativeId, shortcut, environment.randomness.uuid),
        ),
      ),
    'jump-item:open-shortcut': ({ opId, repeated, ...body }) =>
      perform('jump-item:open-shortcut', { opId, repeated }, body, (transaction) =>
        openShortcutIn(transaction, representativeId, body.jumpItemId, environment.clock.now()),
      ),
    'jump-items:remove': ({ opId, repeated, part, items }) =>
      whole(removeParts, { opId, part, rest: { repeated }, items }, (all) =>
        perform(
          'jump-items:remove',
          { opId, repeated },
          { items: all },
          undoable(opId, (transaction) =>
            removeItemsIn(transaction, representativeId, all, environment.clock.now()),
          ),
        ),
      ),
    'jump-items:undo': ({ undoneOpId, ...given }) =>
      perform('jump-items:undo', given, { undoneOpId }, (transaction) =>
        undoCommandIn(transaction, representativeId, undoneOpId, environment.clock.now()),
      ),
    'jump-items:list-undoable': async () => {
      const commands = listUndoable(site, representativeId, environment.clock.now());
      return { ok: true, value: { commands: [...commands] } };
    },
  } satisfies Partial<ConsoleRequestHandlers>;
}

/** Performs a command once its last part is there; the parts before it are answered with null. */
async function whole<T, R>(
  parts: CommandParts<T>,
  arrived: ArrivedPart<T>,
  perform: (items: readonly T[]) => Promise<ReplyEnvelope<R>>,
): Promise<ReplyEnvelope<R | null>> {
  let items: readonly T[] | null;
  try {
    items = parts.take(arrived);
  } catch (error) {
    return asRefusal(error);
  }
  return items === null ? { ok: true, value: null } : perform(items);
}
