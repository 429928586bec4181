import type { Presence } from '#app/domain/jump-item.ts';
import { PRESENCE_HISTORY_MS, type PresenceSpan } from '#app/domain/statistics-history.ts';
import type { BarSpan } from '../../ui/span-bar.tsx';

const LOOKS: Readonly<Record<Presence, BarSpan['look']>> = {
  online: 'full',
  disabled: 'striking',
  offline: 'low',
  uninstalled: 'low',
};

export type PresenceHistory = {
  readonly spans: readonly BarSpan[];
  /** Of the time that is known; null where none is. */
  readonly onlinePercent: number | null;
  /** How much of the time is known, in milliseconds. */
  readonly knownMs: number;
  /** How often it went away within the time. */
  readonly losses: number;
};

/**
 * The last 24 hours of a computer's presence; before the first span nothing is known, and nothing is drawn.
 * @param now on the appliance's clock
 */
export function presenceHistory(spans: readonly PresenceSpan[], now: number): PresenceHistory {
  const from = now - PRESENCE_HISTORY_MS;
  const place = (at: number) => (Math.max(at, from) - from) / PRESENCE_HISTORY_MS;
  const drawn: BarSpan[] = [];
  let onlineMs = 0;
  let knownMs = 0;
  let losses = 0;
  for (const [index, { since, presence }] of spans.entries()) {
    const until = Math.min(spans[index + 1]?.since ?? now, now);
    if (until <= from || since >= until) continue;
    drawn.push({ from: place(since), to: place(until), look: LOOKS[presence] });
    const lastedMs = until - Math.max(since, from);
    knownMs += lastedMs;
    if (presence === 'online') onlineMs += lastedMs;
    if (presence === 'offline' && index > 0 && since > from) losses += 1;
  }
  return { spans: drawn, onlinePercent: knownMs === 0 ? null : (onlineMs / knownMs) * 100, knownMs, losses };
}
