import type { Texts } from '#app/texts/texts.ts';
import type { AccessKeeper } from '../access/access-keeper.ts';
import type { ApplianceConnection } from '../appliance-connection/appliance-connection.ts';
import type { Clock } from '../clock.ts';
import type { CommandLine } from '../command-line.ts';
import type { Log } from '../logging/log.ts';
import { type ChildProcess, type ReadyAppliance, startEmbeddedAppliance } from './embedded-appliance.ts';
import { runThisComputer } from './this-computer.ts';

type Deps = {
  commandLine: CommandLine;
  appliance: ApplianceConnection;
  access: Pick<AccessKeeper, 'recall'>;
  /** From the environment; it is used and not kept. */
  givenToken: string | null;
  /** Where this computer's Jump Client keeps its identity. */
  dataFolder: string;
  fork: (program: 'appliance' | 'jump-client', programArguments: readonly string[]) => ChildProcess;
  clock: Clock;
  texts: Texts;
  log: Log;
  reportBug: (error: unknown) => void;
};

export type ApplianceSource = {
  start(): void;
  /** The representative does not want to wait: connects now, or starts the embedded appliance again. */
  tryAgain(): void;
  /** What the journal calls the appliance: the embedded one has another address each time. */
  applianceName(): string;
  /** Ends what was started here. */
  stop(): void;
};

/** Where the console's appliance comes from: the address on the command line, or one that it starts itself. */
export function createApplianceSource(deps: Deps): ApplianceSource {
  const { appliance, commandLine } = deps;
  let embeddedAddress: string | null = null;
  let stopAppliance: () => void = () => undefined;
  let stopThisComputer: () => void = () => undefined;

  function stop(): void {
    stopThisComputer();
    stopAppliance();
  }

  function startEmbedded(): void {
    stop();
    appliance.leave({ state: 'starting' });
    stopAppliance = startEmbeddedAppliance({
      ...deps,
      fork: () => deps.fork('appliance', ['--port', '0', ...commandLine.applianceArguments]),
      onReady: useEmbedded,
      onFailed(message) {
        stopThisComputer();
        appliance.leave({ state: 'failed', message });
      },
    });
  }

  function useEmbedded(ready: ReadyAppliance): void {
    embeddedAddress = ready.url;
    const account = ready.accounts[0];
    if (account === undefined) appliance.leave({ state: 'signed-out', address: ready.url, reason: null });
    else appliance.connect({ address: ready.url, token: account.token });
    if (!commandLine.withThisComputer) return;
    stopThisComputer = runThisComputer({
      ...deps,
      appliance: ready,
      fork: (programArguments) => deps.fork('jump-client', programArguments),
    });
  }

  async function connectTo(address: string): Promise<void> {
    appliance.leave({ state: 'signed-out', address, reason: null });
    const kept = deps.givenToken === null ? await deps.access.recall() : null;
    const token = deps.givenToken ?? (kept?.address === address ? kept.token : null);
    if (token !== null) appliance.connect({ address, token });
  }

  return {
    start() {
      if (commandLine.appliance === null) startEmbedded();
      else connectTo(commandLine.appliance).catch(deps.reportBug);
    },
    tryAgain() {
      if (appliance.state.state === 'failed') startEmbedded();
      else appliance.reconnectNow();
    },
    applianceName: () => (appliance.address === embeddedAddress ? 'embedded' : appliance.address),
    stop,
  };
}
