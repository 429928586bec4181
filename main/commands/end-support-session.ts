import type { ConsoleParams, ConsoleReply } from '#app/contracts/console-api.ts';
import type { CommandSender } from './command-sender.ts';

type Deps = { commands: Pick<CommandSender, 'send'> };

/** Ends a support session on both sides. One that has ended already is refused with `session-not-found`. */
export function createEndSupportSession({ commands }: Deps) {
  return (params: ConsoleParams<'endSupportSession'>): Promise<ConsoleReply<'endSupportSession'>> =>
    commands.send('support-session:end', params);
}
