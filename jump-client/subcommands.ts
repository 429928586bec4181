import type { Logger } from 'pino';
import { systemClock } from './clock.ts';
import type { JumpClientCommand } from './command-line.ts';
import { composeJumpClient } from './compose.ts';
import { sendControlRequest } from './control/send-control-request.ts';
import { EXIT, JumpClientProblem } from './exit-codes.ts';
import { createIdentityStore, type Identity, type IdentityStore } from './identity/identity-store.ts';
import { deleteJumpClient } from './installation/delete-jump-client.ts';
import type { Installation } from './installation/installation.ts';

/** How long the appliance may take when an uninstalling Jump Client looks for it. */
const REACH_APPLIANCE_MS = 15_000;

/**
 * `disable`, `enable` or `uninstall`: asks the Jump Client that runs on the data folder or, when none does, does it here.
 * @returns what to tell the person at the terminal
 * @throws {JumpClientProblem}
 */
export async function runSubcommand(
  { command, dataDir }: Extract<JumpClientCommand, { command: 'disable' | 'enable' | 'uninstall' }>,
  { installation, log }: { installation: Installation | null; log: Logger },
): Promise<string> {
  const reply = await sendControlRequest(dataDir, { command });
  if (reply !== null) {
    if (!reply.ok) throw new JumpClientProblem(EXIT.failed, reply.message);
    return reply.message;
  }
  const store = createIdentityStore({ dataDir, now: systemClock.now });
  const identity = readIdentity(store, dataDir, installation);
  if (command === 'uninstall') {
    const message = await uninstallHere(identity, store, { installation, log });
    deleteJumpClient(dataDir, installation);
    return message;
  }
  store.write({ ...identity, disabled: command === 'disable' });
  const whatNow = command === 'disable' ? 'allows no support sessions' : 'allows support sessions';
  return `This computer ${whatNow} from the next start of the Jump Client on.`;
}

function readIdentity(store: IdentityStore, dataDir: string, installation: Installation | null): Identity {
  const found = store.read();
  if (found.found === 'identity' && !found.identity.uninstalling) return found.identity;
  if (found.found === 'identity') deleteJumpClient(dataDir, installation);
  const setAside =
    found.found === 'corrupt' ? ` The damaged identity was set aside as ${found.setAsideAs}.` : '';
  throw new JumpClientProblem(EXIT.failed, `No Jump Client is installed in ${dataDir}.${setAside}`);
}

/** R1.12: the appliance has to hear of it, so this connects once more, as whom it knows. @throws when it cannot be told */
async function uninstallHere(
  identity: Identity,
  store: IdentityStore,
  { installation, log }: { installation: Installation | null; log: Logger },
): Promise<string> {
  const done = 'This computer has been uninstalled: the appliance lists it as such.';
  const unknown = 'This computer has been uninstalled. The appliance did not know it (any more).';
  if (identity.jumpClientId === null) return unknown;
  let beWelcomed = () => {};
  const welcomed = new Promise<'welcomed'>((resolve) => {
    beWelcomed = () => resolve('welcomed');
  });
  const { jumpClient } = await composeJumpClient({
    identity,
    store,
    installerKey: null,
    keyIsGoodOnce: false,
    onFirstWelcome: () => beWelcomed(),
    mode: installation?.record.mode ?? null,
    log,
  });
  const cancelTimer = systemClock.after(REACH_APPLIANCE_MS, jumpClient.stop);
  const first = await Promise.race([welcomed, jumpClient.ended]);
  if (first === 'welcomed') await jumpClient.uninstall();
  cancelTimer();
  const end = await jumpClient.ended;
  if (end.end === 'uninstalled') return done;
  if (end.end === 'removed') return unknown;
  if (end.end === 'refused' && end.refusal === 'jump-client-unknown') return unknown;
  throw new JumpClientProblem(
    EXIT.failed,
    `The appliance at ${identity.appliance} cannot be told now, so nothing was changed. Try again when it can be reached.`,
  );
}
