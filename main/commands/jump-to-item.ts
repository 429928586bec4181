import type { ConsoleParams, ConsoleReply } from '#app/contracts/console-api.ts';
import type { CommandSender } from './command-sender.ts';

type Deps = { commands: Pick<CommandSender, 'send'> };

/**
 * Starts a support session (R1.8). The appliance decides whether it is allowed; a refusal is a JumpError (R7.7–R7.17)
 * and passes through. The session itself reaches the console with the stream.
 */
export function createJumpToItem({ commands }: Deps) {
  return (params: ConsoleParams<'jumpToItem'>): Promise<ConsoleReply<'jumpToItem'>> =>
    commands.send('jump-item:jump', params);
}
