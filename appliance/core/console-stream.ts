import { MAX_FRAME_BYTES, type StreamId, type StreamMessage } from '#app/contracts/appliance-protocol.ts';
import type { JumpGroupId, JumpItemId, RepresentativeId, SupportSessionId } from '#app/domain/ids.ts';
import type { JumpGroup } from '#app/domain/jump-group.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Representative } from '#app/domain/representative.ts';
import type { SupportSession } from '#app/domain/support-session.ts';
import { authorize, authorizeOnItem } from './authorize.ts';
import type { Clock } from './environment.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';
import { indexAfter } from './sorted-ids.ts';
import { createTrackedRows, type RowsCut } from './tracked-rows.ts';

/** What a message's rows may take of a frame; the rest is for its envelope and the representative. */
const ROWS_BYTES = MAX_FRAME_BYTES - 8 * 1024;
/** Changes leave at least half of a page to the snapshot, so that they cannot hold it up for ever. */
const CHANGES_IN_PAGE_BYTES = ROWS_BYTES / 2;
const MAX_UNACKNOWLEDGED = 4;
const GATHER_MS = 50;
/** Acknowledged faster than this, one page more may be under way; slower than that, only one. */
const FAST_ACKNOWLEDGEMENT_MS = 150;
const SLOW_ACKNOWLEDGEMENT_MS = 750;

type Ids<Id> = { readonly upserted: readonly Id[]; readonly removed: readonly Id[] };
/** A message under way: what it said by id, and where the stream stood before. */
type Unacknowledged = {
  readonly seq: number;
  readonly sentAt: number;
  readonly before: Position;
  readonly representative: boolean;
  readonly jumpGroups: Ids<JumpGroupId>;
  readonly jumpItems: Ids<JumpItemId>;
  readonly supportSessions: Ids<SupportSessionId>;
};
/** How far the snapshot is: all ids up to the cursor, or all there are. */
type Position = { readonly live: boolean; readonly cursor: string };

type Options = {
  readonly streamId: StreamId;
  readonly representativeId: RepresentativeId;
  readonly site: Site;
  readonly clock: Clock;
};
export type ConsoleStream = ReturnType<typeof createConsoleStream>;

/**
 * One console's watch: a snapshot in pages in the order of ids, then changes as they come. Every message is cut
 * from the rows and rights of its own moment; what waits is remembered by id alone, so a slow console costs little.
 */
export function createConsoleStream({ streamId, representativeId, site, clock }: Options) {
  const me = () => site.get('representative', representativeId);
  const sees = (item: JumpItem) => authorizeOnItem(site, representativeId, item, 'see').visible;
  const jumpGroups = createTrackedRows<JumpGroupId, JumpGroup>({
    read(id) {
      const group = site.get('jump-group', id);
      return authorize(me(), group, 'see').visible ? group : undefined;
    },
  });
  const jumpItems = createTrackedRows<JumpItemId, JumpItem>({
    read(id) {
      const item = site.get('jump-item', id);
      return item !== undefined && sees(item) ? item : undefined;
    },
  });
  const supportSessions = createTrackedRows<SupportSessionId, SupportSession>({
    read(id) {
      const session = site.get('support-session', id);
      return session?.representativeId === representativeId ? session : undefined;
    },
  });

  let jumpItemCount = 0;
  for (const item of site.all('jump-item')) if (sees(item)) jumpItemCount += 1;
  for (const { id } of site.all('jump-group')) jumpGroups.mark(id);
  for (const { id } of site.all('support-session')) supportSessions.mark(id);

  let position: Position = { live: false, cursor: '' };
  let representativePending = true;
  let seq = 0;
  let unacknowledged: Unacknowledged[] = [];
  let pagesAtOnce = 1;
  let lastSentAt = Number.NEGATIVE_INFINITY;
  let send: ((message: StreamMessage) => void) | null = null;
  let cancelTimer: (() => void) | null = null;

  const hasChanges = () =>
    representativePending ||
    jumpGroups.hasPending() ||
    supportSessions.hasPending() ||
    jumpItems.hasPending();

  /** Adds snapshot rows until the budget is spent. True when there are no more. */
  const fillPage = (cut: RowsCut<JumpItemId, JumpItem>, budget: { left: number }): boolean => {
    const ids = site.sortedJumpItemIds();
    for (let index = indexAfter(ids, position.cursor); index < ids.length; index += 1) {
      const id = ids[index];
      if (id === undefined || !jumpItems.tell(id, cut, budget)) return false;
      position = { live: false, cursor: id };
    }
    return true;
  };

  const cutMessage = (): StreamMessage | null => {
    const before = position;
    const budget = { left: ROWS_BYTES };
    const groups: RowsCut<JumpGroupId, JumpGroup> = { upserted: [], removed: [] };
    const items: RowsCut<JumpItemId, JumpItem> = { upserted: [], removed: [] };
    const sessions: RowsCut<SupportSessionId, SupportSession> = { upserted: [], removed: [] };
    const representative = representativePending ? me() : undefined;
    representativePending = false;
    jumpGroups.cut(groups, budget);
    supportSessions.cut(sessions, budget);
    cutItems(items, budget);
    const last = !before.live && !jumpGroups.hasPending() && fillPage(items, budget);
    if (last) position = { live: true, cursor: '' };

    const message: StreamMessage = {
      streamId,
      seq: seq + 1,
      snapshot: before.live ? null : { last, jumpItemCount },
      ...(representative && { representative }),
      ...(hasRows(groups) && { jumpGroups: groups }),
      ...(hasRows(items) && { jumpItems: items }),
      ...(hasRows(sessions) && { supportSessions: sessions }),
    };
    const says = representative !== undefined || hasRows(groups) || hasRows(items) || hasRows(sessions);
    if (before.live && !says) return null;
    seq += 1;
    unacknowledged.push({
      seq,
      sentAt: clock.now(),
      before,
      representative: representative !== undefined,
      jumpGroups: idsOf(groups),
      jumpItems: idsOf(items),
      supportSessions: idsOf(sessions),
    });
    return message;
  };

  const cutItems = (items: RowsCut<JumpItemId, JumpItem>, budget: { left: number }) => {
    if (position.live) return jumpItems.cut(items, budget);
    const forChanges = { left: Math.min(budget.left, CHANGES_IN_PAGE_BYTES) };
    const given = forChanges.left;
    jumpItems.cut(items, forChanges);
    budget.left -= given - forChanges.left;
  };

  const pump = () => {
    while (send !== null) {
      const mostUnderWay = position.live ? MAX_UNACKNOWLEDGED : pagesAtOnce;
      if (unacknowledged.length >= mostUnderWay) return;
      if (position.live && !hasChanges()) return;
      if (position.live && clock.now() - lastSentAt < GATHER_MS) return pumpLater();
      const message = cutMessage();
      if (message === null) return;
      lastSentAt = clock.now();
      send(message);
    }
  };
  const pumpLater = () => {
    cancelTimer ??= clock.schedule(lastSentAt + GATHER_MS - clock.now(), () => {
      cancelTimer = null;
      pump();
    });
  };

  const markItem = (id: JumpItemId) => {
    if (position.live || id <= position.cursor) jumpItems.mark(id); // else it comes with its page
  };
  const markItemsOf = (groupIds: ReadonlySet<JumpGroupId>) => {
    for (const item of site.all('jump-item')) if (groupIds.has(item.jumpGroupId)) markItem(item.id);
  };
  /** A right gained or lost: the groups that it concerns, and all in them, have changed for this console. */
  const markRights = (before: Representative | undefined, after: Representative | undefined) => {
    representativePending = true;
    const concerned = new Set<JumpGroupId>();
    for (const group of site.all('jump-group')) {
      if (authorize(before, group, 'see').visible !== authorize(after, group, 'see').visible) {
        concerned.add(group.id);
        jumpGroups.mark(group.id);
      }
    }
    if (concerned.size > 0) markItemsOf(concerned);
  };
  const mark = (change: CommittedChange) => {
    const id = (change.after ?? change.before) as { id?: string } | undefined;
    if (change.kind === 'jump-item') markItem(id?.id as JumpItemId);
    else if (change.kind === 'support-session') supportSessions.mark(id?.id as SupportSessionId);
    else if (change.kind === 'jump-group') {
      jumpGroups.mark(id?.id as JumpGroupId);
      if (change.before !== undefined) markItemsOf(new Set([change.before.id]));
    } else if (change.kind === 'representative' && change.id === representativeId) {
      markRights(change.before, change.after);
    }
  };

  return {
    streamId,
    representativeId,
    /** To be told of every transaction. */
    siteChanged(changes: readonly CommittedChange[]) {
      for (const change of changes) mark(change);
      pump();
    },
    /** From now on messages go this way. */
    attach(sendMessage: (message: StreamMessage) => void) {
      send = sendMessage;
      pump();
    },
    detach() {
      send = null;
      cancelTimer?.();
      cancelTimer = null;
    },
    /** The console has applied everything up to this message. False for one that was never sent. */
    acknowledge(upTo: number): boolean {
      if (upTo > seq) return false;
      const newest = unacknowledged.findLast((message) => message.seq <= upTo);
      if (newest === undefined) return true;
      unacknowledged = unacknowledged.filter((message) => message.seq > upTo);
      const took = clock.now() - newest.sentAt;
      if (took <= FAST_ACKNOWLEDGEMENT_MS) pagesAtOnce = Math.min(pagesAtOnce + 1, MAX_UNACKNOWLEDGED);
      else if (took >= SLOW_ACKNOWLEDGEMENT_MS) pagesAtOnce = 1;
      pump();
      return true;
    },
    /**
     * Goes back to the last message that the console has applied: what came after is cut anew, from the rows and
     * rights of today. False when the console claims what cannot be.
     */
    rewind(acknowledgedSeq: number): boolean {
      const firstKept = seq - unacknowledged.length;
      if (acknowledgedSeq < firstKept || acknowledgedSeq > seq) return false;
      for (const lost of unacknowledged.filter((message) => message.seq > acknowledgedSeq).reverse()) {
        position = lost.before;
        representativePending ||= lost.representative;
        jumpGroups.takeBack(lost.jumpGroups, () => false);
        supportSessions.takeBack(lost.supportSessions, () => false);
        jumpItems.takeBack(lost.jumpItems, (id) => !lost.before.live && id > lost.before.cursor);
      }
      seq = acknowledgedSeq;
      unacknowledged = [];
      pagesAtOnce = 1;
      return true;
    },
  };
}

function hasRows(cut: RowsCut<unknown, unknown>): boolean {
  return cut.upserted.length > 0 || cut.removed.length > 0;
}

function idsOf<Id>(cut: RowsCut<Id, { readonly id: Id }>): Ids<Id> {
  return { upserted: cut.upserted.map((row) => row.id), removed: cut.removed };
}
