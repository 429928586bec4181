/** The failures of R7, in its order; their texts stand in app/texts, letter for letter. */
export const GUIDE_ERROR_CODES = [
  'deployable-limit-reached',
  'active-deployable-limit-reached',
  'pin-already-pending',
  'client-already-pinned',
  'no-customer',
  'customer-not-online',
  'client-not-found',
  'client-offline',
  'client-uninstalled',
  'active-limit-reached',
  'appliance-too-busy',
  'session-start-failed',
  'session-start-too-slow',
  'client-not-connected',
  'client-connect-timeout',
  'client-disabled',
  'client-version-differs',
] as const;

/** Failures that the guide does not name. */
export const OWN_ERROR_CODES = [
  'not-permitted',
  'changed-meanwhile',
  'jump-group-not-found',
  'too-many-items',
  'undo-expired',
  'session-not-found',
  'representative-not-online',
  'device-lacks-app',
  'customer-refused',
  'customer-no-answer',
  'pin-failed',
  'too-many-jumps',
  'op-id-reused',
  'outcome-unknown',
  'outcome-pending',
  'malformed',
  'appliance-unreachable',
  'appliance-incompatible',
  'sign-in-refused',
] as const;

export const JUMP_ERROR_CODES = [...GUIDE_ERROR_CODES, ...OWN_ERROR_CODES] as const;
export type JumpErrorCode = (typeof JUMP_ERROR_CODES)[number];

/** A failure that a representative may see. Anything else that is thrown is a bug. */
export class JumpError extends Error {
  override readonly name = 'JumpError';
  readonly code: JumpErrorCode;
  /** What the text names beyond the code, such as the right that is missing. */
  readonly detail: string | undefined;
  constructor(code: JumpErrorCode, options?: ErrorOptions & { detail?: string }) {
    super(options?.detail === undefined ? code : `${code}: ${options.detail}`, options);
    this.code = code;
    this.detail = options?.detail;
  }
}
