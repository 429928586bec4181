import type { ApplianceRequestName } from '#app/contracts/appliance-protocol.ts';
import type { RepresentativeId } from '#app/domain/ids.ts';

/**
 * Where a command may be stopped: before anything of it is looked at; after it was found to be permitted and before the
 * computer is asked (jumps and pins); when it is done, and its answer not sent.
 */
export const BARRIER_POINTS = ['received', 'checked', 'done'] as const;
export type BarrierPoint = (typeof BARRIER_POINTS)[number];

/** One command of one representative at one of its points. */
export type BarrierPlace = {
  readonly command: ApplianceRequestName;
  readonly point: BarrierPoint;
  readonly representativeId: RepresentativeId;
};

/** Resolves when the command may go on. Handed in by whoever plays races; without one no command stops anywhere. */
export type Barrier = (place: BarrierPlace) => Promise<void>;
