import { z } from 'zod';
import { EpochMs, JumpItemId } from './ids.ts';
import { Platform, ReportedText } from './jump-item.ts';

const Bytes = z.int().min(0);

/** What a Jump Client reports of its computer (R5.2). Each key is one statistic with an age of its own. */
export const Statistics = z.strictObject({
  platform: Platform,
  version: ReportedText,
  mode: z.enum(['service', 'user']),
  hostname: ReportedText,
  operatingSystem: ReportedText,
  privateIps: z.array(ReportedText).max(32),
  domain: ReportedText,
  workGroup: ReportedText,
  /** The user at the screen or, without one, at the terminal; empty when nobody is logged in. */
  consoleUser: ReportedText,
  bootedAt: EpochMs,
  /** Minutes that the computer's wall clock is ahead of UTC, and the IANA name of its zone. */
  timeZone: z.strictObject({ name: ReportedText, utcOffsetMinutes: z.int().min(-1_440).max(1_440) }),
  cpu: z.strictObject({ model: ReportedText, cores: z.int().min(1), percent: z.number().min(0).max(100) }),
  memory: z.strictObject({ totalBytes: Bytes, usedBytes: Bytes }),
  disks: z.array(z.strictObject({ mount: ReportedText, totalBytes: Bytes, usedBytes: Bytes })).max(32),
});
export type Statistics = z.infer<typeof Statistics>;
export type StatisticName = keyof Statistics;

/** As they change: only the statistics that differ from the last report. */
export const StatisticsUpdate = Statistics.partial();
export type StatisticsUpdate = z.infer<typeof StatisticsUpdate>;

/** What a console gets for an item whose statistics it watches. */
export const StatisticsReport = z.strictObject({
  jumpItemId: JumpItemId,
  statistics: StatisticsUpdate,
  /** When each statistic was last reported, on the appliance's clock. */
  reportedAt: z.record(z.string(), EpochMs),
  /** When anything was last heard from the Jump Client, heartbeats included; null when never. */
  lastHeardAt: EpochMs.nullable(),
  publicIp: ReportedText,
});
export type StatisticsReport = z.infer<typeof StatisticsReport>;
