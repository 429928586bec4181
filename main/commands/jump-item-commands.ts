import type { ConsoleHandlers } from '../ipc/console-door.ts';
import type { CommandSender } from './command-sender.ts';

type Deps = { commands: Pick<CommandSender, 'send'> };
type ChangesJumpItems =
  | 'editJumpItems'
  | 'removeJumpItems'
  | 'createShortcut'
  | 'importJumpItems'
  | 'undoCommand';

/**
 * The commands that change Jump Items. The appliance decides, for the whole and for each item; the list changes by its
 * stream.
 */
export function createJumpItemCommands({ commands }: Deps): Pick<ConsoleHandlers, ChangesJumpItems> {
  return {
    editJumpItems: (params) => commands.send('jump-items:edit', params),
    removeJumpItems: (params) => commands.send('jump-items:remove', params),
    createShortcut: (params) => commands.send('jump-items:create-shortcut', params),
    importJumpItems: (params) => commands.send('jump-items:import', params),
    undoCommand: (params) => commands.send('jump-items:undo', params),
  };
}
