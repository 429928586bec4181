/** The system's code of an error, such as ENOENT; '' for any other. */
export function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
