import type { ConnectionState } from '#app/contracts/console-api.ts';
import { t } from '../texts.ts';
import { formatTime } from '../time.ts';

/** The appliance's host, as people know it. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** The connection in a few words, for the pill. */
export function connectionText(connection: ConnectionState): string {
  switch (connection.state) {
    case 'connected':
    case 'connecting':
    case 'stale':
      return t(`connection.${connection.state}`, { host: hostOf(connection.address) });
    default:
      return t(`connection.${connection.state}`);
  }
}

/** What it means for the list; null while the list is live, or there is none. */
export function connectionMeaning(connection: ConnectionState): string | null {
  switch (connection.state) {
    case 'reconnecting':
      return t('connection.banner.reconnecting', { time: formatTime(connection.lostAt) });
    case 'stale':
      return t('connection.banner.stale', { time: formatTime(connection.lastHeardAt) });
    case 'connecting':
    case 'failed':
      return t(`connection.banner.${connection.state}`);
    default:
      return null;
  }
}
