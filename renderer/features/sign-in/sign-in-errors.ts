import { MAX_ACCESS_TOKEN_LENGTH, MAX_ADDRESS_LENGTH } from '#app/contracts/console-api.ts';
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

/** What can be said of an address and a token without asking the appliance. */
export function errorsBeforeAsking(address: string, token: string): SignInErrors {
  return { address: addressError(address), token: tokenError(token) };
}

function addressError(address: string): string | null {
  if (address === '') return t('sign-in.address-missing');
  const isNone = address.length > MAX_ADDRESS_LENGTH || /\s/.test(address);
  return isNone ? t('sign-in.address-malformed') : null;
}

function tokenError(token: string): string | null {
  if (token === '') return t('sign-in.token-missing');
  return token.length > MAX_ACCESS_TOKEN_LENGTH ? t('sign-in.token-too-long') : null;
}
