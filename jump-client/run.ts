import type { Logger } from 'pino';
import type { JumpClientRefusal } from '#app/contracts/jump-client-protocol.ts';
import { guideErrorTexts } from '#app/texts/en/jump-errors.ts';
import { systemClock } from './clock.ts';
import type { JumpClientCommand } from './command-line.ts';
import { composeJumpClient } from './compose.ts';
import { answerControl } from './control/answer-control.ts';
import { DataDirInUse, listenForControl } from './control/control-listener.ts';
import { EXIT, type ExitCode, JumpClientProblem } from './exit-codes.ts';
import { establishIdentity } from './identity/establish-identity.ts';
import { createIdentityStore, type IdentityStore } from './identity/identity-store.ts';
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
type RunCommand = Extract<JumpClientCommand, { command: 'run' }>;
type Options = {
  /** The one that this program belongs to, if any. */
  installation: Installation | null;
  /** In user mode, its user's; `whoeverIsLoggedIn` in service mode (R2.9). */
  userLogin: UserLogin;
  /** Told once, at the first welcome. */
  announce: (welcome: FirstWelcome) => void;
  untilStopped: AbortSignal;
  log: Logger;
};
type Run = {
  command: RunCommand;
  options: Options;
  store: IdentityStore;
  /** The Jump Client that runs now; null: none does. */
  running: (jumpClient: JumpClient | null) => void;
};

/**
 * Runs the Jump Client until it is stopped, uninstalled, removed or refused for good; deletes what a Jump Client leaves
 * that is uninstalled or removed, and an installation that was never registered and cannot be.
 * @throws {JumpClientProblem}
 */
export async function runJumpClient(command: RunCommand, options: Options): Promise<void> {
  const { dataDir } = command;
  const { installation, log } = options;
  let current: JumpClient | null = null;
  const control = await listenForControl({
    dataDir,
    onRequest: (request) => answerControl(current, request),
    log,
  }).catch(explainInUse);
  const run: Run = {
    command,
    options: { ...options, announce: once(options.announce) },
    store: createIdentityStore({ dataDir, now: systemClock.now }),
    running(jumpClient) {
      current = jumpClient;
    },
  };
  const deleteIt = () => deleteJumpClient(dataDir, installation);
  const end = await untilEnded(run)
    .finally(control.close)
    .catch((error: unknown) => {
      if (isHopeless(error) && installation !== null && !isRegistered(dataDir)) deleteIt();
      throw error;
    });
  if (end.end === 'uninstalled' || end.end === 'removed') deleteIt();
  report(end, log);
}

async function untilEnded(run: Run): Promise<Ended> {
  for (;;) {
    const end = await whileLoggedIn(run);
    if (end !== null) return end;
    run.options.log.info('Its user has logged out: the Jump Client is offline until they log in again.');
  }
}

/** @returns null when its user has logged out: it is offline until the next login */
async function whileLoggedIn({ command, options, store, running }: Run): Promise<Ended | null> {
  const { dataDir, appliance, installerKey } = command;
  const { installation, userLogin, announce, untilStopped, log } = options;
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
    onFirstWelcome: announce,
    mode: installation?.record.mode ?? null,
    log,
  });
  running(jumpClient);
  const end = await endedOrLoggedOut(jumpClient, userLogin, untilStopped);
  running(null);
  commandShells.killAll();
  if (end?.end === 'refused') throw new JumpClientProblem(exitCodeOf(end.refusal), REFUSALS[end.refusal]);
  return end;
}

function once(announce: Options['announce']): Options['announce'] {
  let wasTold = false;
  return (welcome) => {
    if (!wasTold) announce(welcome);
    wasTold = true;
  };
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
