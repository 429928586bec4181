import type { EpochMs, RepresentativeId } from '#app/domain/ids.ts';
import type { Barrier, BarrierPlace } from '../core/barrier.ts';
import type { Clock } from '../core/environment.ts';

/** What is stopped, and where; null: every representative's. */
export type BarrierRule = Omit<BarrierPlace, 'representativeId'> & {
  readonly representativeId: RepresentativeId | null;
};
type Waiting = BarrierPlace & { readonly since: EpochMs; readonly goOn: () => void };
export type Barriers = ReturnType<typeof createBarriers>;

/** Stops commands at named points until they are released: any order of a race can be played. */
export function createBarriers({ now }: Pick<Clock, 'now'>) {
  const rules: BarrierRule[] = [];
  const waiting: Waiting[] = [];

  const covers = (rule: BarrierRule, place: BarrierPlace) =>
    rule.command === place.command &&
    rule.point === place.point &&
    (rule.representativeId === null || rule.representativeId === place.representativeId);
  const isSame = (one: BarrierRule, other: BarrierRule) =>
    one.command === other.command &&
    one.point === other.point &&
    one.representativeId === other.representativeId;

  const stop: Barrier = (place) => {
    if (!rules.some((rule) => covers(rule, place))) return Promise.resolve();
    return new Promise((goOn) => {
      waiting.push({ ...place, since: now(), goOn });
    });
  };
  return {
    stop,
    /** From now on. */
    raise(rule: BarrierRule): void {
      if (!rules.some((other) => isSame(rule, other))) rules.push(rule);
    },
    /**
     * Lets go on what waits there, the first that came first, and takes the barrier down.
     * @param count lets only so many go on and leaves the barrier up; null: all
     * @returns how many went on; null where there is no such barrier
     */
    release(rule: BarrierRule, count: number | null): number | null {
      const place = rules.findIndex((other) => isSame(rule, other));
      if (place === -1) return null;
      if (count === null) rules.splice(place, 1);
      const released = waiting.filter((one) => covers(rule, one)).slice(0, count ?? undefined);
      for (const one of released) {
        waiting.splice(waiting.indexOf(one), 1);
        one.goOn();
      }
      return released.length;
    },
    /** All that are up, with who waits at each. */
    list: () =>
      rules.map((rule) => ({
        ...rule,
        waiting: waiting
          .filter((one) => covers(rule, one))
          .map(({ representativeId, since }) => ({ representativeId, since })),
      })),
  };
}
