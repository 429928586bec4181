import type { StatisticsChanged } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import type { StatisticsReport } from '#app/domain/statistics.ts';
import { findVisibleJumpClient } from './authorize.ts';
import type { Clock } from './environment.ts';
import { jsonBytes } from './json-bytes.ts';
import type { Site } from './site.ts';

const GATHER_MS = 50;
/** *Last heard* alone is told this often. */
const HEARD_EVERY_MS = 1_000;
const MESSAGE_BYTES = 56 * 1024;

type Options = {
  readonly representativeId: RepresentativeId;
  readonly site: Site;
  readonly clock: Clock;
  readonly lastHeardAt: (id: JumpItemId) => number | null;
  readonly send: (message: StatisticsChanged) => void;
};
export type StatisticsWatch = ReturnType<typeof createStatisticsWatch>;

/** What one console is told of the few items that it looks at: at once, then as it changes. */
export function createStatisticsWatch({ representativeId, site, clock, lastHeardAt, send }: Options) {
  const watched = new Map<JumpItemId, { sentAt: number; dueAt: number }>();
  let timer: { at: number; cancel: () => void } | null = null;

  const report = (jumpItemId: JumpItemId): StatisticsReport | null => {
    const item = findVisibleJumpClient(site, representativeId, jumpItemId);
    if (item === null) return null;
    const reported = site.get('reported-statistics', jumpItemId);
    return {
      jumpItemId,
      statistics: reported?.statistics ?? {},
      reportedAt: { ...reported?.reportedAt },
      lastHeardAt: lastHeardAt(jumpItemId),
      publicIp: item.publicIp,
    };
  };

  const sendInParts = (reports: readonly StatisticsReport[]) => {
    let part: StatisticsReport[] = [];
    let bytes = 0;
    for (const one of reports) {
      const more = jsonBytes(one);
      if (part.length > 0 && bytes + more > MESSAGE_BYTES) {
        send({ reports: part });
        [part, bytes] = [[], 0];
      }
      part.push(one);
      bytes += more;
    }
    if (part.length > 0) send({ reports: part });
  };

  const flush = () => {
    const now = clock.now();
    const reports: StatisticsReport[] = [];
    for (const [id, state] of watched) {
      if (state.dueAt > now) continue;
      state.sentAt = now;
      state.dueAt = Number.POSITIVE_INFINITY;
      const one = report(id);
      if (one !== null) reports.push(one);
    }
    sendInParts(reports);
    arrange();
  };
  const arrange = () => {
    let at = Number.POSITIVE_INFINITY;
    for (const { dueAt } of watched.values()) at = Math.min(at, dueAt);
    if (timer?.at === at) return;
    timer?.cancel();
    timer = null;
    if (at === Number.POSITIVE_INFINITY) return;
    const cancel = clock.schedule(Math.max(0, at - clock.now()), () => {
      timer = null;
      flush();
    });
    timer = { at, cancel };
  };
  const due = (id: JumpItemId, at: (sentAt: number) => number) => {
    const state = watched.get(id);
    if (state === undefined) return;
    state.dueAt = Math.min(state.dueAt, at(state.sentAt));
    arrange();
  };

  return {
    /** Replaces what is watched; items that are new in it are told of at once. */
    watch(ids: readonly JumpItemId[]) {
      const wanted = new Set(ids);
      for (const id of [...watched.keys()]) if (!wanted.has(id)) watched.delete(id);
      for (const id of wanted) {
        if (!watched.has(id)) watched.set(id, { sentAt: Number.NEGATIVE_INFINITY, dueAt: clock.now() });
      }
      flush();
    },
    changed: (id: JumpItemId) => due(id, (sentAt) => Math.max(clock.now(), sentAt + GATHER_MS)),
    heard: (id: JumpItemId) => due(id, (sentAt) => Math.max(clock.now(), sentAt + HEARD_EVERY_MS)),
    close() {
      timer?.cancel();
      timer = null;
      watched.clear();
    },
  };
}
