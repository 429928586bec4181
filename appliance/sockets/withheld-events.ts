import type { RepresentativeId } from '#app/domain/ids.ts';

export type WithheldEvents = ReturnType<typeof createWithheldEvents>;

/** Keeps events from the consoles of some representatives for a while: QA's way to play what is late (`docs/qa.md`). */
export function createWithheldEvents() {
  const waiting = new Map<RepresentativeId, (() => void)[]>();
  return {
    /** Sends an event now, or once its representative is released. */
    send(representativeId: RepresentativeId, send: () => void): void {
      const mine = waiting.get(representativeId);
      if (mine === undefined) send();
      else mine.push(send);
    },
    hold(representativeId: RepresentativeId): void {
      if (!waiting.has(representativeId)) waiting.set(representativeId, []);
    },
    /** Sends what has waited, in its order. @returns how many events that were */
    release(representativeId: RepresentativeId): number {
      const mine = waiting.get(representativeId) ?? [];
      waiting.delete(representativeId);
      for (const send of mine) send();
      return mine.length;
    },
  };
}
