import type { Logger } from 'pino';
import type { JumpClientRefusal } from '#app/contracts/jump-client-protocol.ts';
import { guideErrorTexts } from '#app/texts/en/jump-errors.ts';
import { systemClock } from './clock.ts';
import type { JumpClientCommand } from './command-line.ts';
import { composeJumpClient } from './compose.ts';
import { DataDirInUse, listenForControl } from './control/control-listener.ts';
import type { ControlReply, ControlRequest } from './control/control-protocol.ts';
import { EXIT, type ExitCode, JumpClientProblem } from './exit-codes.ts';
import { establishIdentity } from './identity/establish-identity.ts';
import { createIdentityStore } from './identity/identity-store.ts';
import { deleteJumpClient } from './installation/delete-jump-client.ts';
import type { Installation } from './installation/installation.ts';
import { isRegistered } from './installation/is-registered.ts';
import type { FirstWelcome, JumpClient, JumpClientEnd } from './jump-client.ts';
import type { UserLogin } from './login/user-login.ts';
import { newSecret } from './new-secret.ts';

/** Why a person has to do something, and what. */
const REFUSALS: Record<JumpClientRefusal, string> = {
  'installer-key-refused':
    'The appliance refused the installer key: it is mistyped, no longer valid or revoked. ' +
    'Ask for a new one and start again with --installer-key KEY.',
  'jump-client-unknown':
    'The appliance does not know this computer (any more). Start again with --installer-key KEY to register it anew.',
  'appliance-incompatible': 'The appliance and this Jump Client are of different versions.',
  'deployable-limit-reached': guideErrorTexts['deployable-limit-reached'],
  'active-deployable-limit-reached': guideErrorTexts['active-deployable-limit-reached'],
};

type Ended = Exclude<JumpClientEnd, { end: 'refused' }>;

/**
 * Runs the Jump Client until it is stopped, uninstalled, removed or refused for good; deletes what a Jump Client leaves
 * that is uninstalled or removed, and an installation that was never registered and cannot be.
 * @param options.installation the one that this program belongs to, if any
 * @param options.announce is told once, at the first welcome
 * @throws {JumpClientProblem}
 */
export async function runJumpClient(
  command: Extract<JumpClientCommand, { command: 'run' }>,
  options: {
    installation: Installation | null;
    /** In user mode, its user's; `whoeverIsLoggedIn` in service mode (R2.9). */
    userLogin: UserLogin;
    announce: (welcome: FirstWelcome) => void;
    untilStopped: AbortSignal;
    log: Logger;
  },
): Promise<void> {
  const { dataDir, appliance, installerKey } = command;
  const { installation, userLogin, untilStopped, log } = options;
  const store = createIdentityStore({ dataDir, now: systemClock.now });
  let running: JumpClient | null = null;
  const control = await listenForControl({
    dataDir,
    onRequest: (request) => answerControl(running, request),
    log,
  }).catch(explainInUse);
  let wasAnnounced = false;
  const announceOnce = (welcome: FirstWelcome) => {
    if (!wasAnnounced) options.announce(welcome);
    wasAnnounced = true;
  };
  /** @returns null when its user has logged out: it is offline until the next login */
  const whileLoggedIn = async (): Promise<Ended | null> => {
    const hasInstallerKey = installerKey !== null;
    const identity = establishIdentity({ store, appliance, hasInstallerKey, newSecret, log });
    if (identity.uninstalling) return { end: 'removed' };
    await userLogin.present(untilStopped);
    log.info({ appliance: identity.appliance, dataDir }, 'The Jump Client is starting.');
    const { jumpClient, commandShells } = await composeJumpClient({
      identity,
      store,
      installerKey,
      keyIsGoodOnce: installation !== null, // a pin's
      onFirstWelcome: announceOnce,
      mode: installation?.record.mode ?? null,
      log,
    });
    running = jumpClient;
    const end = await endedOrLoggedOut(jumpClient, userLogin, untilStopped);
    running = null;
    commandShells.killAll();
    if (end?.end === 'refused') throw new JumpClientProblem(exitCodeOf(end.refusal), REFUSALS[end.refusal]);
    return end;
  };
  const untilEnded = async (): Promise<Ended> => {
    for (;;) {
      const end = await whileLoggedIn();
      if (end !== null) return end;
      log.info('Its user has logged out: the Jump Client is offline until they log in again.');
    }
  };
  const deleteIt = () => deleteJumpClient(dataDir, installation);
  const end = await untilEnded()
    .finally(control.close)
    .catch((error: unknown) => {
      if (isHopeless(error) && installation !== null && !isRegistered(dataDir)) deleteIt();
      throw error;
    });
  if (end.end === 'uninstalled' || end.end === 'removed') deleteIt();
  report(end, log);
}

/** R2.9: stops it when its user logs out. @returns null where that was why it ended */
async function endedOrLoggedOut(
  jumpClient: JumpClient,
  userLogin: UserLogin,
  untilStopped: AbortSignal,
): Promise<JumpClientEnd | null> {
  let hasLoggedOut = false;
  const stopWatching = userLogin.onceGone(() => {
    hasLoggedOut = true;
    jumpClient.stop();
  });
  untilStopped.addEventListener('abort', jumpClient.stop);
  if (untilStopped.aborted) jumpClient.stop();
  const end = await jumpClient.ended;
  stopWatching();
  untilStopped.removeEventListener('abort', jumpClient.stop);
  return hasLoggedOut && end.end === 'stopped' && !untilStopped.aborted ? null : end;
}

/** A person has to do something first, and nobody knows of an installation that was cut short before it registered. */
function isHopeless(error: unknown): boolean {
  return (
    error instanceof JumpClientProblem &&
    ([EXIT.usage, EXIT.refused, EXIT.limitReached] as ExitCode[]).includes(error.exitCode)
  );
}

async function answerControl(jumpClient: JumpClient | null, request: ControlRequest): Promise<ControlReply> {
  if (jumpClient === null)
    return {
      ok: false,
      message: 'The Jump Client is starting, or waits for its user to log in. Try again then.',
    };
  if (request.command === 'uninstall') return uninstallRunning(jumpClient);
  const { told } = await jumpClient.setDisabled(request.command === 'disable');
  const whatNow = jumpClient.isDisabled ? 'allows no support sessions' : 'allows support sessions';
  const whoKnows = told ? '' : ' The appliance is told when it can be reached.';
  return { ok: true, message: `This computer ${whatNow} from now on.${whoKnows}` };
}

async function uninstallRunning(jumpClient: JumpClient): Promise<ControlReply> {
  try {
    await jumpClient.uninstall();
    return { ok: true, message: 'This computer has been uninstalled: the appliance lists it as such.' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message =
      'The appliance cannot be told now, so nothing was changed. Try again when it can be reached.';
    return { ok: false, message };
  }
}

function report(end: Ended, log: Logger): void {
  if (end.end === 'removed') {
    log.warn('The Jump Client was removed from the list of its appliance: it has uninstalled itself.');
    throw new JumpClientProblem(EXIT.removed, '');
  }
  log.info(end.end === 'uninstalled' ? 'The Jump Client was uninstalled.' : 'The Jump Client was stopped.');
}

function exitCodeOf(refusal: JumpClientRefusal): ExitCode {
  const isFull = refusal === 'deployable-limit-reached' || refusal === 'active-deployable-limit-reached';
  return isFull ? EXIT.limitReached : EXIT.refused;
}

function explainInUse(error: unknown): never {
  if (!(error instanceof DataDirInUse)) throw error;
  throw new JumpClientProblem(
    EXIT.inUse,
    `A Jump Client is running already on ${error.message}. Give another --data-dir to run a second one.`,
  );
}
