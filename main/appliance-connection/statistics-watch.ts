import { StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId } from '#app/domain/ids.ts';
import type { Log } from '../logging/log.ts';

type Deps = {
  log: Log;
  send(jumpItemIds: readonly JumpItemId[]): Promise<unknown>;
  deliver(event: StatisticsChanged): void;
  onMalformed(): void;
};

/** The items whose statistics the renderer shows: remembered, so that a new connection is asked for them again. */
export function createStatisticsWatch({ log, send, deliver, onMalformed }: Deps) {
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
    received(payload: unknown): void {
      const parsed = StatisticsChanged.safeParse(payload);
      if (parsed.success) {
        deliver(parsed.data);
        return;
      }
      log.error({ issues: parsed.error.issues }, 'statistics from the appliance are malformed');
      onMalformed();
    },
  };
}
