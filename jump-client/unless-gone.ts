/**
 * A process, and what `/proc` tells of it, may go between being seen and being touched.
 * @returns `otherwise` where it has; every other error is thrown
 */
export function unlessGone<T>(touch: () => T, otherwise: T): T {
  try {
    return touch();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ESRCH'].includes(String(error.code)))
      return otherwise;
    throw error;
  }
}
