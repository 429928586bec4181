// What a support client and the installer that it starts say to each other: JSON, one object a line.
import { z } from 'zod';
import { PinFailure } from '#app/contracts/customer-protocol.ts';
import { InstallationMode } from './installation.ts';

/** The first line to the installer. That the lines end means that who ordered it is gone. */
export const InstallationOrder = z.strictObject({
  appliance: z.string().max(2_048),
  installerKey: z.string().max(128),
  mode: InstallationMode,
});
export type InstallationOrder = z.infer<typeof InstallationOrder>;
/** Any later line: it is not wanted any more. */
export const TAKE_BACK = '{}';

export const InstallerReport = z.discriminatedUnion('report', [
  z.strictObject({ report: z.literal('progress'), percent: z.int().min(0).max(100) }),
  z.strictObject({ report: z.literal('installed'), folder: z.string() }),
  /** Nothing of it is left. */
  z.strictObject({ report: z.literal('failed'), reason: PinFailure }),
]);
export type InstallerReport = z.infer<typeof InstallerReport>;
