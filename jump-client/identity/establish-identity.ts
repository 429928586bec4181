import type { Logger } from 'pino';
import { EXIT, JumpClientProblem } from '../exit-codes.ts';
import type { Identity, IdentityStore } from './identity-store.ts';

/**
 * The identity to connect with: the one that is kept, or a new one that an installer key will register. One that is
 * `uninstalling` connects no more.
 * @param options.appliance its address when the command line named one, else null
 * @throws {JumpClientProblem} when there is neither an identity nor what is needed to get one
 */
export function establishIdentity(options: {
  store: IdentityStore;
  appliance: string | null;
  hasInstallerKey: boolean;
  newSecret: () => string;
  log: Logger;
}): Identity {
  const { store, appliance, log } = options;
  const found = store.read();
  if (found.found === 'identity' && found.identity.uninstalling) return found.identity;
  if (found.found === 'identity' && (found.identity.jumpClientId !== null || options.hasInstallerKey)) {
    // The person at this computer says where the appliance is; it may have moved.
    const identity = { ...found.identity, appliance: appliance ?? found.identity.appliance };
    if (identity.appliance !== found.identity.appliance) store.write(identity);
    return identity;
  }
  if (found.found === 'corrupt')
    log.warn({ setAsideAs: found.setAsideAs }, 'The identity file was damaged and has been set aside.');
  if (appliance === null)
    throw new JumpClientProblem(
      EXIT.usage,
      'This computer is not registered yet. Give --appliance http://host:port and --installer-key KEY.',
    );
  if (!options.hasInstallerKey)
    throw new JumpClientProblem(
      EXIT.refused,
      'This computer is not registered at an appliance. Start again with --installer-key KEY.',
    );
  const identity = {
    appliance,
    jumpClientId: null,
    secret: options.newSecret(),
    disabled: false,
    removalDigest: null,
    uninstalling: false,
  };
  // Kept before it is first used: should the answer be lost, the same secret registers nothing twice.
  store.write(identity);
  return identity;
}
