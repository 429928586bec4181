import { z } from 'zod';
import { PIN_ANSWER_MS } from '#app/contracts/customer-protocol.ts';
import { Platform, Presence, ReportedText } from '#app/domain/jump-item.ts';
import { Right } from '#app/domain/rights.ts';
import { Statistics } from '#app/domain/statistics.ts';
import { Comments, JumpItemName, TagName } from '#app/domain/text-schemas.ts';

/** How long before the appliance's start: `90s`, `20m`, `3h`, `12d`. A fleet never looks stale. */
const Age = z.string().regex(/^\d{1,6}[smhd]$/, 'must be an age such as 90s, 20m, 3h or 12d');
/** A Jump Group: `user:<username>` for a personal one, `All Users`, or a team's name. */
const GroupName = z.string().min(1).max(128);
const ItemId = z.string().regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, - or _');

const Account = z.strictObject({
  username: z.string().regex(/^[\w.-]{1,32}$/, 'must be 1 to 32 letters, digits, . - or _'),
  displayName: JumpItemName,
  rights: z.array(Right).default([]),
  /** Names of teams. */
  teams: z.array(GroupName).default([]),
});

const common = {
  id: ItemId.optional(),
  name: JumpItemName,
  hostname: ReportedText.default(''),
  jumpGroup: GroupName,
  tag: TagName.nullable().default(null),
  comments: Comments.default(''),
  lastAccessed: Age.nullable().default(null),
};

const FleetJumpClient = z.strictObject({
  ...common,
  method: z.literal('jump-client'),
  connection: z.enum(['active', 'passive']).default('active'),
  presence: Presence.default('online'),
  presenceSince: Age.default('1h'),
  platform: Platform.default('windows'),
  mode: z.enum(['service', 'user']).default('service'),
  version: ReportedText.default('1.0.0'),
  operatingSystem: ReportedText.default(''),
  consoleUser: ReportedText.default(''),
  domain: ReportedText.default(''),
  workGroup: ReportedText.default(''),
  publicIp: ReportedText.default(''),
  privateIp: ReportedText.default(''),
  booted: Age.nullable().default(null),
  /** What the statistics pane shows beyond the row. */
  statistics: Statistics.pick({ timeZone: true, cpu: true, memory: true, disks: true }).partial().default({}),
});

const FleetShortcut = z.strictObject({
  ...common,
  method: z.enum(['local-rdp', 'local-vnc']),
  port: z.int().min(1).max(65_535).nullable().default(null),
});

export const FleetJumpItem = z.discriminatedUnion('method', [FleetJumpClient, FleetShortcut]);
export type FleetJumpItem = z.infer<typeof FleetJumpItem>;

/** A number of Jump Clients that the site may hold; null: as many as come. */
const Limit = z.int().min(0).max(1_000_000).nullable().default(null);

/** A whole site for demonstrations and tests (`docs/qa.md`). */
export const Fleet = z.strictObject({
  siteName: z.string().min(1).max(128),
  teams: z.array(GroupName).default([]),
  accounts: z.array(Account).min(1),
  /** Where Jump Clients may register; each gets a key that is made at the start. */
  installers: z
    .array(
      z.strictObject({
        jumpGroup: GroupName,
        tag: TagName.nullable().default(null),
        comments: Comments.default(''),
      }),
    )
    .default([{ jumpGroup: 'All Users', tag: null, comments: '' }]),
  /** How many Jump Clients may be deployed, and how many active ones (R6.2). */
  limits: z
    .strictObject({ deployable: Limit, activeDeployable: Limit })
    .default({ deployable: null, activeDeployable: null }),
  /** Whether the customer is asked before a pin (R2.7). */
  askBeforePin: z.boolean().default(true),
  /** How long the customer's answer is waited for. */
  pinAnswerSeconds: z
    .int()
    .min(1)
    .max(PIN_ANSWER_MS / 1_000)
    .default(PIN_ANSWER_MS / 1_000),
  jumpItems: z.array(FleetJumpItem).default([]),
});
export type Fleet = z.infer<typeof Fleet>;

export const ALL_USERS = 'All Users';
export const PERSONAL_PREFIX = 'user:';
