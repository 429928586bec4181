import { pino } from 'pino';
import { createBoundedLogFile } from './bounded-log-file.ts';
import type { Log } from './log.ts';

const MAX_LOG_BYTES = 2 * 1024 * 1024;
const KEPT_LOG_FILES = 3;

/**
 * The console's log: JSON lines in `folder/console.log`, of bounded size, and on standard error in development.
 * Keys that could carry a secret are removed wherever they stand in the first two levels.
 */
export function createLog(options: { folder: string; alsoStandardError: boolean }): Log {
  const file = createBoundedLogFile({
    folder: options.folder,
    name: 'console',
    maxBytes: MAX_LOG_BYTES,
    keep: KEPT_LOG_FILES,
  });
  const write = (line: string) => {
    file.write(line);
    if (options.alsoStandardError) process.stderr.write(line);
  };
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['token', '*.token', 'sessionToken', '*.sessionToken', 'key', '*.key'],
        remove: true,
      },
    },
    { write },
  );
}
