import type { JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { Environment } from './environment.ts';

/** What is written down: who did what to which thing, by id. Never a token, a key or a secret. */
export type AuditEvent =
  | { readonly event: 'appliance-started' }
  | { readonly event: 'signed-in'; readonly representativeId: RepresentativeId; readonly address: string }
  | { readonly event: 'sign-in-refused'; readonly code: string; readonly address: string }
  | {
      readonly event: 'command-refused';
      readonly request: string;
      readonly code: string;
      readonly representativeId: RepresentativeId;
      readonly jumpItemId?: JumpItemId;
    }
  | {
      /** Single items of a command that went through otherwise; those that the answer names. */
      readonly event: 'jump-items-refused';
      readonly request: string;
      readonly representativeId: RepresentativeId;
      readonly refusedCount: number;
      readonly refused: readonly { readonly jumpItemId: JumpItemId; readonly code: string }[];
    }
  | {
      readonly event: 'jump-items-created' | 'jump-items-edited';
      /** Who asked for it, and by which request; neither where the appliance acted by itself. */
      readonly representativeId?: RepresentativeId;
      readonly request?: string;
      readonly jumpItemIds: readonly JumpItemId[];
    }
  | ({ readonly event: 'session-started' | 'session-ended' } & AuditedSession)
  | {
      readonly event: 'session-joined' | 'session-left';
      readonly sessionId: SupportSessionId;
      readonly representativeId: RepresentativeId;
    }
  | {
      readonly event: 'session-key-created';
      readonly sessionId: SupportSessionId;
      readonly representativeId: RepresentativeId;
    }
  | { readonly event: 'customer-refused'; readonly code: string; readonly address: string }
  | { readonly event: 'jump-client-registered'; readonly jumpItemId: JumpItemId }
  | { readonly event: 'jump-client-refused'; readonly code: string; readonly address: string }
  | {
      readonly event: 'jump-client-uninstalled' | 'jump-client-told-to-uninstall';
      readonly jumpItemId: JumpItemId;
    }
  | {
      readonly event: 'jump-item-removed' | 'jump-item-restored';
      readonly jumpItemId: JumpItemId;
      /** Who did it; nobody where the appliance removed it by itself. */
      readonly representativeId?: RepresentativeId;
    }
  | { readonly event: 'account-changed'; readonly representativeId: RepresentativeId };

type AuditedSession = {
  readonly sessionId: SupportSessionId;
  readonly representativeId: RepresentativeId;
  readonly jumpItemId: JumpItemId | null;
  /** Whether a customer joined with a session key; otherwise the computer was jumped to. */
  readonly withCustomer: boolean;
};

export type RecordAudit = (event: AuditEvent) => void;

/** Where a log stands: the number and the hash of its last line. */
export type AuditPosition = { readonly seq: number; readonly hash: string };
export const EMPTY_AUDIT: AuditPosition = { seq: 0, hash: '' };

type Options = Pick<Environment, 'clock' | 'digest'> & {
  /** Where the log goes on. */
  readonly from: AuditPosition;
  /** Keeps one line; it is written before anything else happens. */
  readonly append: (line: string) => void;
};

/**
 * Writes down what happens, a line of JSON each, in UTC. Each line carries the hash of itself and of the one before,
 * so that a line that is changed, taken out or put in shows; only missing last lines do not.
 */
export function createAuditLog({ clock, digest, from, append }: Options): RecordAudit {
  let { seq, hash } = from;
  return (event) => {
    seq += 1;
    const said = { seq, at: new Date(clock.now()).toISOString(), ...event };
    hash = hashOf(said, hash, digest);
    append(JSON.stringify({ ...said, hash }));
  };
}

/** How far a log holds together; `brokenAt` is the number of the first line that does not follow, from 1. */
export type AuditVerdict =
  | { readonly ok: true; readonly position: AuditPosition }
  | { readonly ok: false; readonly brokenAt: number };

/** Checks that nothing was changed in a log. @param lines without their line ends */
export function verifyAuditLog(lines: Iterable<string>, digest: Environment['digest']): AuditVerdict {
  let position = EMPTY_AUDIT;
  for (const line of lines) {
    const seq = position.seq + 1;
    const { hash, ...said } = parseLine(line);
    if (said.seq !== seq || hash !== hashOf(said, position.hash, digest)) return { ok: false, brokenAt: seq };
    position = { seq, hash };
  }
  return { ok: true, position };
}

function hashOf(said: object, previous: string, digest: Environment['digest']): string {
  return digest(`${previous}\n${JSON.stringify(said)}`);
}

function parseLine(line: string): { readonly seq?: unknown; readonly hash?: unknown } {
  try {
    const parsed: unknown = JSON.parse(line);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
