import { z } from 'zod';
import { EpochMs, JumpItemId } from './ids.ts';
import { Presence, ReportedText } from './jump-item.ts';

/** How often the load is kept, and for how long; how long presence is remembered (R1.6). */
export const LOAD_SAMPLE_MS = 60_000;
export const LOAD_HISTORY_MS = 3_600_000;
export const PRESENCE_HISTORY_MS = 86_400_000;

const Percent = z.number().min(0).max(100).nullable();

/** What was known of the load at one moment; null: not reported. `diskPercents` go with the history's `disks`. */
const LoadSample = z.strictObject({
  at: EpochMs,
  cpuPercent: Percent,
  memoryPercent: Percent,
  diskPercents: z.array(Percent).max(32),
});
export type LoadSample = z.infer<typeof LoadSample>;

/** From `since` on, until the next one. */
const PresenceSpan = z.strictObject({ since: EpochMs, presence: Presence });
export type PresenceSpan = z.infer<typeof PresenceSpan>;

/** The recent past of one watched Jump Client, oldest first: a sample a minute, and each change of presence. */
export const StatisticsHistory = z.strictObject({
  jumpItemId: JumpItemId,
  /** The mounts whose load the samples tell. */
  disks: z.array(ReportedText).max(32),
  load: z.array(LoadSample).max(61),
  /** The first span may begin before the last 24 hours; a computer that changes too often loses its oldest ones. */
  presence: z.array(PresenceSpan).max(400),
});
export type StatisticsHistory = z.infer<typeof StatisticsHistory>;
