import type { EpochMs, JumpItemId } from '#app/domain/ids.ts';
import type { JumpClient, JumpItem, Presence } from '#app/domain/jump-item.ts';
import { LOAD_SAMPLE_MS, type PresenceSpan, type StatisticsHistory } from '#app/domain/statistics-history.ts';
import type { Clock } from './environment.ts';
import {
  createLoadHistory,
  type Load,
  type LoadHistory,
  lastMinutes,
  loadOf,
  loadPast,
  NO_LOAD,
} from './load-history.ts';
import { createPresenceHistory, recentSpans } from './presence-history.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';

/** The past of items with no computer behind them, made up when somebody looks. Real ones have only their own. */
export type HistorySimulation = {
  /** What came before a span, for 24 hours at least, oldest first. */
  presenceBefore(id: JumpItemId, span: PresenceSpan): PresenceSpan[];
  /** The load in one minute (counted from 1970) of a computer that reports `now`. */
  loadAt(id: JumpItemId, minute: number, now: Load): Load;
};
type Options = {
  readonly site: Site;
  readonly clock: Clock;
  readonly simulation: HistorySimulation | null;
};
export type StatisticsHistories = ReturnType<typeof createStatisticsHistories>;

/** The recent past of Jump Clients: gathered from what is committed, kept only of those that report or change (R1.6). */
export function createStatisticsHistories({ site, clock, simulation }: Options) {
  const presence = createPresenceHistory();
  const loads = new Map<JumpItemId, LoadHistory>();
  /** Those that registered; the rest came with a fleet or from QA. */
  const real = new Set<string>(site.idsOf('jump-client-identity'));
  let onChanged: (id: JumpItemId) => void = () => undefined;

  const record = (id: JumpItemId, load: Load) => {
    const history = loads.get(id) ?? createLoadHistory(clock.now());
    loads.set(id, history);
    history.record(load, clock.now());
  };
  /** Listed, or held after its removal. */
  const isKept = (id: JumpItemId) =>
    site.get('jump-item', id) !== undefined || site.get('removed-jump-item', id) !== undefined;
  const note = (change: CommittedChange) => {
    if (change.kind === 'jump-client-identity' && change.after !== undefined) real.add(change.id);
    if (change.kind === 'reported-statistics' && change.after !== undefined && real.has(change.id)) {
      record(change.id as JumpItemId, loadOf(change.after.statistics));
    }
    if (change.kind === 'jump-item') noteItem(change.before, change.after);
    if (change.kind === 'removed-jump-item') noteItem(change.before?.item, change.after?.item);
  };
  const noteItem = (before: JumpItem | undefined, after: JumpItem | undefined) => {
    if (before === undefined) return;
    if (after === undefined) {
      if (isKept(before.id)) return;
      loads.delete(before.id);
      presence.forget(before.id);
      real.delete(before.id);
    } else if (before.method === 'jump-client' && after.method === 'jump-client') {
      if (before.presence === after.presence) return;
      presence.record(before, after);
      if (!isThere(after.presence) && loads.has(after.id)) record(after.id, NO_LOAD);
      onChanged(after.id);
    }
  };
  site.onCommitted((changes) => {
    for (const change of changes) note(change);
  });

  const simulated = (item: JumpClient, { presenceBefore, loadAt }: HistorySimulation): StatisticsHistory => {
    const now = clock.now();
    const known = presence.spans(item, now);
    const spans = known[0] === undefined ? [] : [...presenceBefore(item.id, known[0]), ...known];
    const reported = loadOf(site.get('reported-statistics', item.id)?.statistics ?? {});
    const minutes = lastMinutes(now);
    const loadIn = (minute: number): Load => {
      if (!isThere(presenceAt(spans, minute * LOAD_SAMPLE_MS))) return NO_LOAD;
      return minute === minutes.at(-1) ? reported : loadAt(item.id, minute, reported);
    };
    return {
      jumpItemId: item.id,
      ...loadPast(minutes.map((minute) => ({ minute, load: loadIn(minute) }))),
      presence: recentSpans(spans, now),
    };
  };

  return {
    /** Calls this for each Jump Client whose presence has changed. */
    listen: (listener: (id: JumpItemId) => void) => {
      onChanged = listener;
    },
    of(item: JumpClient): StatisticsHistory {
      if (simulation !== null && !real.has(item.id)) return simulated(item, simulation);
      const now = clock.now();
      const past = loads.get(item.id)?.past(now) ?? { load: [], disks: [] };
      return { jumpItemId: item.id, ...past, presence: presence.spans(item, now) };
    },
  };
}

function isThere(presence: Presence): boolean {
  return presence === 'online' || presence === 'disabled';
}

function presenceAt(spans: readonly PresenceSpan[], at: EpochMs): Presence {
  return spans.findLast(({ since }) => since <= at)?.presence ?? 'offline';
}
