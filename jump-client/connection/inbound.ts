import type { Logger } from 'pino';
import type { z } from 'zod';

/** The door for what an appliance says: a handler sees only what its schema admits; the rest is named and dropped. */
export function inbound<S extends z.ZodType>(
  door: { event: string; schema: S; log: Logger },
  handle: (message: z.infer<S>, acknowledge: (reply: unknown) => void) => void,
): (input: unknown, acknowledge?: unknown) => void {
  return (input, acknowledge) => {
    const parsed = door.schema.safeParse(input);
    if (!parsed.success) {
      door.log.warn({ event: door.event, problem: parsed.error.message }, 'A malformed message was dropped.');
      return;
    }
    handle(parsed.data, (reply) => {
      if (typeof acknowledge === 'function') acknowledge(reply);
    });
  };
}
