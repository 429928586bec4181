import { withPresence } from './jump-clients.ts';
import type { Site } from './site.ts';
import { showSessionsOnItem } from './support-sessions.ts';

/**
 * What a restart means for what was stored: no Jump Client is connected yet, and no support session has outlived its
 * relay. Items without a computer behind them stay as they were given.
 */
export function settleAfterRestart(site: Site, now: number): Promise<void> {
  return site.transact((transaction) => {
    for (const { id, jumpItemId } of [...transaction.all('support-session')]) {
      transaction.remove('support-session', id);
      if (jumpItemId !== null) showSessionsOnItem(transaction, jumpItemId);
    }
    for (const kept of [...transaction.all('session-summary')]) {
      if (kept.summary.endedAt !== null) continue;
      const summary = { ...kept.summary, endedAt: now, end: 'appliance-restarted' as const };
      transaction.put('session-summary', summary.id, { ...kept, summary });
    }
    for (const { keyDigest, pin } of [...transaction.all('installer-key')]) {
      if (pin !== null) transaction.remove('installer-key', keyDigest);
    }
    for (const { jumpItemId } of transaction.all('jump-client-identity')) {
      const item = transaction.get('jump-item', jumpItemId);
      if (item?.method === 'jump-client' && item.presence !== 'uninstalled') {
        transaction.put('jump-item', item.id, withPresence(item, 'offline', now));
      }
    }
  });
}
