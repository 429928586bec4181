import type { z } from 'zod';
import { StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import { StatisticsHistory } from '#app/domain/statistics-history.ts';
import type { Log } from '../logging/log.ts';

type Deps = {
  log: Log;
  send(jumpItemIds: readonly JumpItemId[]): Promise<unknown>;
  deliver(event: StatisticsChanged): void;
  deliverHistory(history: StatisticsHistory): void;
  onMalformed(): void;
};

/** The items whose statistics the renderer shows: remembered, so that a new connection is asked for them again. */
export function createStatisticsWatch({ log, send, deliver, deliverHistory, onMalformed }: Deps) {
  let watched: readonly JumpItemId[] = [];
  return {
    async set(jumpItemIds: readonly JumpItemId[], isOpen: boolean): Promise<void> {
      watched = jumpItemIds;
      if (isOpen) await send(jumpItemIds);
    },
    forget(): void {
      watched = [];
    },
    async sendAgain(): Promise<void> {
      if (watched.length === 0) return;
      try {
        await send(watched);
      } catch (error) {
        log.warn({ err: error }, 'the statistics cannot be watched');
      }
    },
    received(name: 'statistics:changed' | 'statistics-history:changed', payload: unknown): void {
      const refuse = ({ issues }: z.ZodError) => {
        log.error({ event: name, issues }, 'statistics from the appliance are malformed');
        onMalformed();
      };
      if (name === 'statistics:changed') {
        const parsed = StatisticsChanged.safeParse(payload);
        if (parsed.success) deliver(parsed.data);
        else refuse(parsed.error);
      } else {
        const parsed = StatisticsHistory.safeParse(payload);
        if (parsed.success) deliverHistory(parsed.data);
        else refuse(parsed.error);
      }
    },
  };
}
