import type { ApplianceRequestName, ReplyEnvelope } from '#app/contracts/appliance-protocol.ts';
import type { OpId, RepresentativeId } from '#app/domain/ids.ts';
import { JumpError } from '#app/domain/jump-error.ts';
import type { Environment } from './environment.ts';
import type { Site, Transaction } from './site.ts';

/** How long a repeat of a command gets its first answer again. */
export const JOURNAL_KEPT_MS = 24 * 60 * 60 * 1_000;

export type Command = {
  readonly representativeId: RepresentativeId;
  readonly request: ApplianceRequestName;
  readonly opId: OpId;
  /** The console has sent it before and heard no answer. */
  readonly repeated: boolean;
  /** What is asked for, without `opId` and `repeated`. */
  readonly body: unknown;
  /** The console has spoken with this process before: what it does not know was never received. */
  readonly acquainted: boolean;
};

type Known = { readonly key: string; readonly command: Command; readonly bodyDigest: string };
type Reply = ReplyEnvelope<unknown>;

/** Ends a command: its change and its answer are stored together. A JumpError thrown is a refusal. */
export type Settle<T> = (change: (transaction: Transaction) => T) => Promise<T>;

export type CommandJournal = ReturnType<typeof createCommandJournal>;

/** Makes commands harmless to repeat: one `opId` is done once and answered alike for 24 hours. */
export function createCommandJournal(site: Site, { clock, digest }: Environment) {
  const underWay = new Map<string, { bodyDigest: string; reply: Promise<Reply> }>();

  const record = (transaction: Transaction, { key, command, bodyDigest }: Known, reply: Reply) => {
    const performedAt = clock.now();
    const { representativeId, request } = command;
    const performed = { representativeId, request, bodyDigest, reply, performedAt };
    transaction.put('performed-command', key, performed);
    for (const oldKey of site.idsOf('performed-command')) {
      const old = site.get('performed-command', oldKey);
      if (old !== undefined && old.performedAt > performedAt - JOURNAL_KEPT_MS) break; // the oldest come first
      transaction.remove('performed-command', oldKey);
    }
  };

  const run = async <T>(
    known: Known,
    perform: (settle: Settle<T>) => Promise<T>,
  ): Promise<ReplyEnvelope<T>> => {
    const settle: Settle<T> = (change) =>
      site.transact((transaction) => {
        const value = change(transaction);
        record(transaction, known, { ok: true, value });
        return value;
      });
    try {
      return { ok: true, value: await perform(settle) };
    } catch (error) {
      const refused = asRefusal(error);
      await site.transact((transaction) => record(transaction, known, refused));
      return refused;
    }
  };

  return {
    /**
     * Performs a command, or answers it as before.
     * Refused with `op-id-reused` for another body under the same `opId`, and with `outcome-unknown` for a repeat
     * of something that this process may have forgotten. @throws whatever is not a JumpError: a bug
     */
    async perform<T>(
      command: Command,
      perform: (settle: Settle<T>) => Promise<T>,
    ): Promise<ReplyEnvelope<T>> {
      const { representativeId, request, opId, repeated, body, acquainted } = command;
      const key = commandKey(representativeId, opId);
      const bodyDigest = digest(JSON.stringify([request, body]));
      const before = underWay.get(key) ?? site.get('performed-command', key);
      if (before !== undefined) {
        if (before.bodyDigest !== bodyDigest) return { ok: false, code: 'op-id-reused' };
        return (await before.reply) as ReplyEnvelope<T>; // the same body was answered by the same command
      }
      if (repeated && !site.durable && !acquainted) return { ok: false, code: 'outcome-unknown' };
      const reply = run({ key, command, bodyDigest }, perform);
      underWay.set(key, { bodyDigest, reply });
      try {
        return await reply;
      } finally {
        underWay.delete(key);
      }
    },
  };
}

/** Under what a command of a representative is kept. */
export function commandKey(representativeId: RepresentativeId, opId: OpId): string {
  return `${representativeId}/${opId}`;
}

/** A refusal as it is answered. @throws what is not a refusal */
export function asRefusal(error: unknown): Extract<ReplyEnvelope<never>, { ok: false }> {
  if (!(error instanceof JumpError)) throw error;
  return { ok: false, code: error.code, ...(error.detail !== undefined && { detail: error.detail }) };
}
