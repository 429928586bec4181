import { MAX_FRAME_BYTES, type StreamId } from '#app/contracts/appliance-protocol.ts';
import type { JumpItemId, RepresentativeId } from '#app/domain/ids.ts';
import {
  createConsoleView,
  cutIds,
  isEmptyCut,
  messageJson,
  type ViewCut,
  type ViewCutIds,
} from './console-view.ts';
import type { Clock } from './environment.ts';
import type { Site } from './site.ts';
import type { CommittedChange } from './site-records.ts';
import { indexAfter } from './sorted-ids.ts';
import { createStreamPace } from './stream-pace.ts';
import type { ByteBudget } from './tracked-rows.ts';

/** What a message's rows may take of a frame; the rest is for its envelope and the representative. */
const ROWS_BYTES = MAX_FRAME_BYTES - 8 * 1024;
/** Changes leave half of a page to the snapshot, so that they cannot hold it up for ever. */
const CHANGES_IN_PAGE_BYTES = ROWS_BYTES / 2;
const MAX_UNACKNOWLEDGED = 4;
/** Acknowledged faster than this, one page more may be under way; slower than that, only one. */
const FAST_ACKNOWLEDGEMENT_MS = 150;
const SLOW_ACKNOWLEDGEMENT_MS = 750;

/** A message under way: what it said by id, and where the stream stood before. */
type Unacknowledged = {
  readonly seq: number;
  readonly sentAt: number;
  readonly before: Position;
  readonly said: ViewCutIds;
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
  const view = createConsoleView(site, representativeId);
  const pace = createStreamPace(clock);
  const jumpItemCount = view.countItems();
  let position: Position = { live: false, cursor: '' };
  let seq = 0;
  let unacknowledged: Unacknowledged[] = [];
  let pagesAtOnce = 1;
  let send: ((messageJson: string) => void) | null = null;
  let cancelTimer: (() => void) | null = null;

  const isDue = (id: JumpItemId) => position.live || id <= position.cursor;

  /** Adds snapshot rows until the budget is spent. True when there are no more. */
  const fillPage = (cut: ViewCut, budget: ByteBudget): boolean => {
    const ids = site.sortedJumpItemIds();
    for (let index = indexAfter(ids, position.cursor); index < ids.length; index += 1) {
      const id = ids[index];
      if (id === undefined || !view.addItem(id, cut, budget)) return false;
      position = { live: false, cursor: id };
    }
    return true;
  };

  /** The next message, and of how many items it tells; null when there is nothing to say. */
  const cutMessage = (): { json: string; itemCount: number } | null => {
    const before = position;
    const budget = { left: ROWS_BYTES };
    const cut = view.cutChanges(budget, before.live ? ROWS_BYTES : CHANGES_IN_PAGE_BYTES);
    const last = !before.live && !view.hasDueBesideItems() && fillPage(cut, budget);
    if (last) position = { live: true, cursor: '' };
    if (before.live && isEmptyCut(cut)) return null;
    seq += 1;
    const said = cutIds(cut);
    unacknowledged.push({ seq, sentAt: clock.now(), before, said });
    const snapshot = before.live ? null : { last, jumpItemCount };
    return {
      json: messageJson({ streamId, seq, snapshot }, cut),
      itemCount: said.jumpItems.upserted.length + said.jumpItems.removed.length,
    };
  };

  const pump = () => {
    while (send !== null) {
      const mostUnderWay = position.live ? MAX_UNACKNOWLEDGED : pagesAtOnce;
      if (unacknowledged.length >= mostUnderWay) return;
      if (position.live && !view.hasChanges()) return;
      if (position.live && pace.waitMs() > 0) return pumpLater();
      const message = cutMessage();
      if (message === null) return;
      if (position.live) pace.sent(message.itemCount, view.hasChanges());
      send(message.json);
    }
  };
  const pumpLater = () => {
    cancelTimer ??= clock.schedule(pace.waitMs(), () => {
      cancelTimer = null;
      pump();
    });
  };

  return {
    streamId,
    representativeId,
    /** To be told of every transaction. */
    siteChanged(changes: readonly CommittedChange[]): void {
      const before = view.countDueItems();
      view.mark(changes, isDue);
      pace.changed(view.countDueItems() - before);
      pump();
    },
    /** From now on messages go this way. */
    attach(sendMessage: (messageJson: string) => void): void {
      send = sendMessage;
      pump();
    },
    detach(): void {
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
      for (const { before, said } of unacknowledged.toReversed()) {
        if (seq === acknowledgedSeq) break;
        seq -= 1;
        position = before;
        view.takeBack(said, (id) => !isDue(id));
      }
      unacknowledged = [];
      pagesAtOnce = 1;
      return true;
    },
  };
}
