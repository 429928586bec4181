import { Command, CommanderError } from 'commander';
import { parseSessionKey } from '#app/domain/session-key.ts';
import { parseApplianceAddress } from '../connection/appliance-address.ts';
import { EXIT, JumpClientProblem } from '../exit-codes.ts';
import type { InstallationMode } from '../installation/installation.ts';

export type SupportClientCommand = {
  appliance: string;
  sessionKey: string;
  /** What the customer wants to be called; empty: as the computer. */
  name: string;
  withPage: boolean;
  /** What a Jump Client is installed as here, where it is pinned (R2.9). */
  mode: InstallationMode;
};
type Options = { appliance: string; sessionKey: string; name: string; page: boolean; service: boolean };

/**
 * @param words what follows the program's name
 * @param isRoot R4.7: what has no rights over the computer installs no service on it
 * @returns null when a text was asked for, and has been shown
 * @throws {JumpClientProblem} for a wrong command line; what is wrong is on standard error already
 */
export function parseSupportClientCommand(
  words: readonly string[],
  { version, isRoot }: { version: string; isRoot: boolean },
): SupportClientCommand | null {
  const program = new Command('support-client')
    .description('Joins a support session with the key that a representative told you.')
    .version(version)
    .exitOverride()
    .requiredOption('--appliance <url>', 'address of the appliance, http://host:port')
    .requiredOption('--session-key <key>', 'the seven digits; spaces between them do not matter')
    .option('--name <name>', 'what the representative sees; this computer’s name if left out', '')
    .option('--service', 'a Jump Client is installed for this computer, not for your account; as root', false)
    .option('--no-page', 'opens no page on this computer: type “end” to end the session');
  let chosen: SupportClientCommand | null = null;
  program.action(() => {
    const { appliance, sessionKey, name, page, service } = program.opts<Options>();
    const address = parseApplianceAddress(appliance);
    if (address === null) {
      return program.error(
        `error: --appliance must be http://host:port or https://host:port, not '${appliance}'.`,
      );
    }
    const key = parseSessionKey(sessionKey);
    if (key === null) return program.error(`error: --session-key must be seven digits, not '${sessionKey}'.`);
    if (service && !isRoot) return program.error('error: --service needs the rights of root.');
    const mode = service ? 'service' : 'user';
    chosen = { appliance: address, sessionKey: key, name, withPage: page, mode };
  });
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new JumpClientProblem(EXIT.usage, '');
  }
  return chosen;
}
