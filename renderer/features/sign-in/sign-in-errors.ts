import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { refusalText } from '../../refusal-text.ts';
import { t } from '../../texts.ts';

/** What is wrong, at the field where it can be put right. */
export type SignInErrors = { readonly address: string | null; readonly token: string | null };

export function signInErrors(code: JumpErrorCode | null): SignInErrors {
  if (code === null) return { address: null, token: null };
  if (code === 'sign-in-refused') return { address: null, token: refusalText({ code }) };
  if (code === 'malformed') return { address: t('sign-in.address-malformed'), token: null };
  return { address: refusalText({ code }), token: null };
}
