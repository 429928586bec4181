import type { Logger } from 'pino';
import type {
  CustomerReportName,
  PinAsked,
  PinEnded,
  PinFailure,
  PinOrdered,
} from '#app/contracts/customer-protocol.ts';
import type { Clock } from '../clock.ts';
import type { InstallationMode } from '../installation/installation.ts';
import type { InstallationOrder } from '../installation/installer-protocol.ts';
import type { InstallationOutcome, RunInstaller, RunningInstallation } from './run-installer.ts';

/** Where a pin installs: a service of the computer, of this user alone, or the app of a device. */
export type PlaceOfPin = InstallationMode | 'device';

/** What the customer is shown of a pin; null: nothing. */
export type RequestView =
  | {
      readonly state: 'asking';
      readonly pinId: string;
      readonly representative: string;
      readonly place: PlaceOfPin;
      /** Until when an answer is waited for, on this computer's clock: milliseconds since 1970. */
      readonly until: number;
    }
  | { readonly state: 'installing'; readonly percent: number }
  /** `uninstall`: the command that takes it away again; null on a device, whose app does that. */
  | { readonly state: 'pinned'; readonly uninstall: string | null }
  | { readonly state: 'failed'; readonly reason: PinFailure }
  | null;

export type PinningOptions = {
  /** Tells the appliance; fails where it cannot be reached. */
  tell: (name: CustomerReportName, message: object) => Promise<void>;
  place: PlaceOfPin;
  /** All of the order but the key. */
  order: Omit<InstallationOrder, 'installerKey'>;
  runInstaller: RunInstaller;
  /** Whether a Jump Client of this appliance runs on this computer. */
  isPinned: () => Promise<boolean>;
  /** How an installation is taken away again. */
  uninstallCommand: (folder: string) => string | null;
  show: (view: RequestView) => void;
  clock: Clock;
  log: Logger;
};
type Installing = RunningInstallation & { readonly pinId: string; ended: InstallationOutcome | null };

export type Pinning = ReturnType<typeof createPinning>;

/** The customer's part of a pin (R2.7, R2.8): asked, allowed, installed, or all taken back. */
export function createPinning(options: PinningOptions) {
  const { clock, log, runInstaller } = options;
  let view: RequestView = null;
  /** The pin that is asked for or ordered, and not over. */
  let current: string | null = null;
  /** The pin that was allowed, and is not ordered yet. */
  let allowedPinId: string | null = null;
  /** The pin that was ordered, and is about to start. */
  let ordered: string | null = null;
  let installing: Installing | null = null;
  let cancelTimer = () => {};

  function show(next: RequestView): void {
    cancelTimer();
    view = next;
    options.show(next);
  }
  /** What cannot be told now is asked or ordered again when the connection is back. */
  async function tell(name: CustomerReportName, message: object): Promise<void> {
    try {
      await options.tell(name, message);
    } catch (error) {
      log.info({ error, name }, 'The appliance could not be told.');
    }
  }
  const fail = (pinId: string, reason: PinFailure) => tell('pin:fail', { pinId, reason });

  /** What cannot be found out is no reason to refuse. */
  async function isPinned(): Promise<boolean> {
    try {
      return await options.isPinned();
    } catch (error) {
      log.warn({ error }, 'Whether this computer is pinned already could not be found out.');
      return false;
    }
  }

  async function start({ pinId, installerKey }: PinOrdered): Promise<void> {
    const running = runInstaller({ ...options.order, installerKey }, (percent) => {
      if (installing?.pinId !== pinId) return;
      show({ state: 'installing', percent });
      void tell('pin:progress', { pinId, percent });
    });
    const started: Installing = { ...running, pinId, ended: null };
    installing = started;
    allowedPinId = null;
    show({ state: 'installing', percent: 0 });
    const outcome = await running.outcome;
    started.ended = outcome;
    if (installing !== started) return;
    if (outcome.installed)
      return show({ state: 'pinned', uninstall: options.uninstallCommand(outcome.folder) });
    show({ state: 'failed', reason: outcome.reason });
    await fail(pinId, outcome.reason);
  }

  function answer({ pinId, allowed }: { pinId: string; allowed: boolean }): boolean {
    if (view?.state !== 'asking' || view.pinId !== pinId) return false;
    allowedPinId = allowed ? pinId : null;
    show(allowed ? { state: 'installing', percent: 0 } : null);
    void tell('pin:answer', { pinId, allowed });
    return true;
  }

  return {
    /** A representative asks. Asked again with the same pin, it is the same question. */
    async asked({ pinId, representative, leftMs }: PinAsked): Promise<void> {
      const until = clock.now() + leftMs;
      current = pinId;
      if (await isPinned()) return fail(pinId, 'already-pinned');
      if (current !== pinId) return; // it is over, or the connection is lost
      show({ state: 'asking', pinId, representative, place: options.place, until });
      cancelTimer = clock.after(leftMs, () => show(null));
    },
    /** The appliance orders the installation, perhaps once more. */
    async ordered(order: PinOrdered): Promise<void> {
      if (installing?.pinId === order.pinId) {
        if (installing.ended?.installed === false) await fail(order.pinId, installing.ended.reason);
        return;
      }
      if (ordered === order.pinId) return; // said once more in this moment
      ordered = current = order.pinId;
      await installing?.outcome; // of an earlier one that is being taken back
      const hasOne = await isPinned();
      if (current !== order.pinId) return; // it is over, or ordered again when the connection is back
      ordered = null;
      if (hasOne) await fail(order.pinId, 'already-pinned');
      else await start(order);
    },
    ended({ pinId, pinned }: PinEnded): void {
      if (allowedPinId === pinId || (view?.state === 'asking' && view.pinId === pinId)) show(null);
      allowedPinId = null;
      if (current === pinId) current = ordered = null;
      if (installing?.pinId !== pinId || pinned) return;
      if (installing.ended === null) installing.takeBack();
    },
    /** The connection is lost: what the customer is asked cannot be answered now, and is asked again. */
    lost(): void {
      current = ordered = null;
      if (view?.state === 'asking') show(null);
    },
    /** What the customer answers. @returns whether that was asked */
    answer,
    /** What the person at the terminal answers. @returns whether anything was asked */
    answerLatest: (allowed: boolean): boolean =>
      view?.state === 'asking' && answer({ pinId: view.pinId, allowed }),
    /** The session is over: what is not installed by now is taken back. Resolves when nothing of it is left. */
    async stop(): Promise<void> {
      cancelTimer();
      current = ordered = null;
      if (installing === null || installing.ended !== null) return;
      installing.takeBack();
      await installing.outcome;
    },
  };
}
