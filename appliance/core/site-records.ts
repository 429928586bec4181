import type { ApplianceRequestName, ReplyEnvelope } from '#app/contracts/appliance-protocol.ts';
import type { KeptChoice } from '#app/contracts/kept-choices.ts';
import type {
  EpochMs,
  JumpGroupId,
  JumpItemId,
  OpId,
  RepresentativeId,
  SupportSessionId,
} from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { PropertiesChange } from '#app/domain/jump-item-change.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { KeptSessionSummary } from '#app/domain/session-summary.ts';
import type { StatisticsUpdate } from '#app/domain/statistics.ts';
import type { SupportSession } from '#app/domain/support-session.ts';

/** What a Jump Client last reported, each statistic with the time of its own report. */
export type ReportedStatistics = {
  readonly statistics: StatisticsUpdate;
  readonly reportedAt: Readonly<Record<string, EpochMs>>;
  /** As of the last change of presence; while connected, the connection knows better. */
  readonly lastHeardAt: EpochMs | null;
};

/** Which computer stands behind a Jump Client: whoever knows the secret. */
export type JumpClientIdentity = {
  readonly jumpItemId: JumpItemId;
  readonly secretDigest: string;
  /** Its user allows no sessions; outlasts a lost connection (R5.4). */
  readonly disabled: boolean;
  /** Proves to it that the appliance that registered it says so, when it is to uninstall itself. */
  readonly removalKey: string;
  /** Its item is gone: it is to uninstall itself, and is remembered until it has heard so. */
  readonly removed: boolean;
};

/** An item that a representative has removed, and can have back for `REMOVAL_HELD_MS` (R1.9). */
export type RemovedJumpItem = {
  readonly item: JumpItem;
  readonly representativeId: RepresentativeId;
  readonly removedAt: EpochMs;
};

/** A key with which Jump Clients register, and where their items go (R3.1). */
export type InstallerKey = {
  readonly keyDigest: string;
  readonly jumpGroupId: JumpGroupId;
  readonly tag: string | null;
  readonly comments: string;
  /** Made for one pin, good once, for as long as that is under way; null: for any number of computers. */
  readonly pin: { readonly sessionId: SupportSessionId; readonly name: string | null } | null;
};

/** How many Jump Clients the site may hold, and how many active ones; null: as many as come (R6.2). */
export type SiteLimits = { readonly deployable: number | null; readonly activeDeployable: number | null };
/** What else a site has decided. */
export type SiteOptions = {
  /** Whether the customer is asked before a pin (R2.7). */
  readonly askBeforePin: boolean;
  /** How long the customer's answer is waited for. */
  readonly pinAnswerMs: number;
};

/** A key that no customer has used yet, and the session that it opens. It is kept as a hash only. */
export type OpenSessionKey = {
  readonly keyDigest: string;
  readonly sessionId: SupportSessionId;
  readonly representativeId: RepresentativeId;
  readonly expiresAt: EpochMs;
};

/** A command that was answered; a repeat gets the same answer. */
export type PerformedCommand = {
  readonly representativeId: RepresentativeId;
  readonly request: ApplianceRequestName;
  readonly bodyDigest: string;
  readonly reply: ReplyEnvelope<unknown>;
  readonly performedAt: EpochMs;
};

/** How one item gets its own state of before a command back. */
export type UndoStep =
  | {
      readonly kind: 'edited';
      readonly jumpItemId: JumpItemId;
      /** What differed, as it was. */
      readonly before: PropertiesChange;
      /** The item's `propertiesRev` before the command, and as the command left it. */
      readonly fromRev: number;
      readonly propertiesRev: number;
    }
  | { readonly kind: 'created'; readonly jumpItemId: JumpItemId; readonly propertiesRev: number }
  | {
      readonly kind: 'removed';
      readonly jumpItemId: JumpItemId;
      readonly propertiesRev: number;
      readonly removedAt: EpochMs;
    };

/** A command of one representative that may still be taken back. */
export type UndoableCommand = {
  readonly representativeId: RepresentativeId;
  readonly opId: OpId;
  readonly performedAt: EpochMs;
  readonly steps: readonly UndoStep[];
};

/** What one representative has chosen in their consoles; the choice that was kept last stands last. */
export type RepresentativesChoices = {
  readonly representativeId: RepresentativeId;
  readonly choices: readonly KeptChoice[];
};

/** All that a site keeps, by kind. A record is replaced, never mutated. */
export type SiteRecords = {
  representative: Representative;
  'kept-choices': RepresentativesChoices;
  'jump-group': JumpGroup;
  'jump-item': JumpItem;
  'removed-jump-item': RemovedJumpItem;
  'reported-statistics': ReportedStatistics;
  'jump-client-identity': JumpClientIdentity;
  'installer-key': InstallerKey;
  'site-limits': SiteLimits;
  'site-options': SiteOptions;
  'session-key': OpenSessionKey;
  'support-session': SupportSession;
  'session-summary': KeptSessionSummary;
  'performed-command': PerformedCommand;
  'undoable-command': UndoableCommand;
};
export type RecordKind = keyof SiteRecords;
export const RECORD_KINDS = [
  'representative',
  'kept-choices',
  'jump-group',
  'jump-item',
  'removed-jump-item',
  'reported-statistics',
  'jump-client-identity',
  'installer-key',
  'site-limits',
  'site-options',
  'session-key',
  'support-session',
  'session-summary',
  'performed-command',
  'undoable-command',
] as const satisfies readonly RecordKind[];

/** A record as it is from now on; null when it is gone. */
export type RecordChange = {
  [K in RecordKind]: { readonly kind: K; readonly id: string; readonly value: SiteRecords[K] | null };
}[RecordKind];

/** A change that is stored, with what was there before. */
export type CommittedChange = {
  [K in RecordKind]: {
    readonly kind: K;
    readonly id: string;
    readonly before: SiteRecords[K] | undefined;
    readonly after: SiteRecords[K] | undefined;
  };
}[RecordKind];

/** Where the records outlive the process, or do not (`storage/`). */
export type SiteStorage = {
  /** Whether a restart finds what was committed. */
  readonly durable: boolean;
  /** Everything that was committed, each record once; to be read at once. */
  load(): Promise<Iterable<RecordChange>>;
  /** Stores all of the changes or, when it rejects, none. */
  commit(changes: readonly RecordChange[]): Promise<void>;
};
