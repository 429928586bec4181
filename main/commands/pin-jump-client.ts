import type { ConsoleParams, ConsoleReply } from '#app/contracts/console-api.ts';
import type { CommandSender } from './command-sender.ts';

type Deps = { commands: Pick<CommandSender, 'send'> };

/**
 * Pins the computer of a running support session (R2). The appliance decides, and answers once it is installed or not; a
 * refusal is a JumpError (R7.1–R7.6 and those of `appliance-protocol.ts`) and passes through.
 */
export function createPinJumpClient({ commands }: Deps) {
  return (params: ConsoleParams<'pinJumpClient'>): Promise<ConsoleReply<'pinJumpClient'>> =>
    commands.send('support-session:pin', params);
}
