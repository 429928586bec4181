import { destination, type Logger, pino, stdSerializers } from 'pino';

/** Standard error: standard output is for what other programs read. No secret, key or token is ever logged. */
export function createLog(level: 'info' | 'warn' | 'error'): Logger {
  const serializers = { error: stdSerializers.err };
  return pino({ name: 'jump-client', level, serializers }, destination({ dest: 2, sync: true }));
}
