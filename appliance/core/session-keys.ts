import type { ApplianceReply } from '#app/contracts/appliance-protocol.ts';
import type { RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import { MAX_OPEN_SESSION_KEYS, SESSION_KEY_VALID_MS } from '#app/domain/session-key.ts';
import type { Environment } from './environment.ts';
import type { Site, Transaction } from './site.ts';
import type { OpenSessionKey } from './site-records.ts';

const DIGITS = 7;

export type SessionKeys = ReturnType<typeof createSessionKeys>;

/** The keys with which customers join: short, so short-lived, few, and good once. */
export function createSessionKeys(site: Site, { clock, randomness, digest }: Environment) {
  const drawUnlike = (transaction: Transaction): string => {
    let key = randomness.digits(DIGITS);
    while (transaction.get('session-key', digest(key)) !== undefined) key = randomness.digits(DIGITS);
    return key;
  };
  const forget = (transaction: Transaction, keys: readonly OpenSessionKey[]) => {
    for (const { keyDigest } of keys) transaction.remove('session-key', keyDigest);
  };

  return {
    /** A new key of a representative. Where too many are open, the oldest one is good no more. */
    create: (representativeId: RepresentativeId): Promise<ApplianceReply<'session-key:create'>> =>
      site.transact((transaction) => {
        const now = clock.now();
        const known = [...transaction.all('session-key')];
        forget(
          transaction,
          known.filter(({ expiresAt }) => expiresAt <= now),
        );
        const own = known.filter((key) => key.expiresAt > now && key.representativeId === representativeId);
        forget(transaction, own.slice(0, Math.max(0, own.length + 1 - MAX_OPEN_SESSION_KEYS)));
        const sessionKey = drawUnlike(transaction);
        const keyDigest = digest(sessionKey);
        const sessionId = randomness.uuid() as SupportSessionId;
        const expiresAt = now + SESSION_KEY_VALID_MS;
        transaction.put('session-key', keyDigest, { keyDigest, sessionId, representativeId, expiresAt });
        return { sessionKey, sessionId, expiresAt };
      }),
    /** Uses a key up, within a transaction. Undefined: there is none like it, it was used, or it has expired. */
    redeemIn(transaction: Transaction, keyDigest: string): OpenSessionKey | undefined {
      const key = transaction.get('session-key', keyDigest);
      if (key === undefined || key.expiresAt <= clock.now()) return undefined;
      transaction.remove('session-key', keyDigest);
      return key;
    },
    /** All open keys are good no more. @returns how many those were */
    expireAll: (): Promise<number> =>
      site.transact((transaction) => {
        const open = [...transaction.all('session-key')];
        forget(transaction, open);
        return open.length;
      }),
  };
}
