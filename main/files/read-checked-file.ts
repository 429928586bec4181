import { readFileSync, renameSync } from 'node:fs';
import type { z } from 'zod';

export type CheckedFile<T> =
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'absent' }
  /** It could not be understood and now lies at `path`, as it was. */
  | { readonly state: 'set-aside'; readonly path: string };

type Options<S extends z.ZodType> = { path: string; schema: S; now: number };

/**
 * Reads a JSON file of the console's own. One that is damaged, or was written by a newer console, is never wiped: it is
 * renamed with the time in its name, and the caller goes on with defaults.
 */
export function readCheckedFile<S extends z.ZodType>(options: Options<S>): CheckedFile<z.infer<S>> {
  const bytes = readIfThere(options.path);
  if (bytes === null) return { state: 'absent' };
  const parsed = options.schema.safeParse(parseJson(bytes));
  if (parsed.success) return { state: 'read', value: parsed.data };
  const stamp = new Date(options.now).toISOString().replaceAll(':', '-');
  const path = `${options.path}.set-aside-${stamp}`;
  renameSync(options.path, path);
  return { state: 'set-aside', path };
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined; // no JSON, or no UTF-8
    throw error;
  }
}
