// What an appliance's process says on its standard output, one JSON line when it is ready or cannot be. Main reads it
// from the embedded appliance, people and tests from a standing one.
import { z } from 'zod';

export const ApplianceAnnouncement = z.discriminatedUnion('ready', [
  z.strictObject({
    ready: z.literal(true),
    url: z.string(),
    siteName: z.string(),
    /** Demo accounts, with tokens made at this start; none on a database. */
    accounts: z.array(z.strictObject({ username: z.string(), displayName: z.string(), token: z.string() })),
    /** Keys with which Jump Clients may register. */
    installerKeys: z.array(z.strictObject({ key: z.string(), jumpGroup: z.string() })),
    /** QA's interface, with `--control` only. */
    control: z.strictObject({ url: z.string(), token: z.string() }).optional(),
  }),
  z.strictObject({
    ready: z.literal(false),
    problem: z.enum(['fleet-file', 'port-taken', 'arguments', 'internal']),
    message: z.string(),
  }),
]);
export type ApplianceAnnouncement = z.infer<typeof ApplianceAnnouncement>;
