import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Log } from '../logging/log.ts';
import type { ConnectionListener } from './connection-listener.ts';

const NOTICE_AGAIN_AFTER_MS = 30_000;

type Deps = { clock: Clock; log: Log; listener: Pick<ConnectionListener, 'noticed'> };

/** Checks what the appliance says unasked. A person is told of a burst of malformed events once; the log has each. */
export function createEventsReader({ clock, log, listener }: Deps) {
  let noticedAt = 0;

  function noticeMalformed(): void {
    const now = clock.now();
    if (now - noticedAt < NOTICE_AGAIN_AFTER_MS) return;
    noticedAt = now;
    listener.noticed({ notice: 'malformed-message', from: 'appliance' });
  }

  return {
    noticeMalformed,
    read<T>(schema: z.ZodType<T>, payload: unknown, tell: (event: T) => void): void {
      const parsed = schema.safeParse(payload);
      if (parsed.success) {
        tell(parsed.data);
        return;
      }
      log.error({ issues: parsed.error.issues }, 'an event from the appliance is malformed');
      noticeMalformed();
    },
  };
}
