import { createHash, timingSafeEqual } from 'node:crypto';
import type { RepresentativeId } from '#app/domain/ids.ts';

/** Finds whose token it is; null when nobody's. Real accounts come behind this same question. */
export type SignIn = (token: string) => RepresentativeId | null;

/** Signs in demo accounts, whose tokens were made at this start. Takes as long whoever's token it is. */
export function createTokenSignIn(
  accounts: readonly { readonly representativeId: RepresentativeId; readonly token: string }[],
): SignIn {
  const known = accounts.map(({ representativeId, token }) => ({ representativeId, digest: sha256(token) }));
  return (token) => {
    const digest = sha256(token);
    let found: RepresentativeId | null = null;
    for (const account of known) {
      if (timingSafeEqual(account.digest, digest)) found = account.representativeId;
    }
    return found;
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
