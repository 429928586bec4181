import { type Logger, pino } from 'pino';

/** What a test looks at of a line in the log. */
export type LogLine = { level: number; msg: string };

/** A log that writes nothing, or hands its lines to a test. */
export function createSilentLog(lines: { push(line: LogLine): unknown } = []): Logger {
  return pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) });
}
