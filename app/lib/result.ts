/** The outcome of something that may be refused: a value, or a code that says why not. */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refusal<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
