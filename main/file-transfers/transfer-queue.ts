import type { IfExists } from '#app/contracts/file-transfer.ts';
import type { ExistsAnswer, Transfer } from '#app/contracts/files-port.ts';
import { FileRefused, problemOf } from '#app/file-transfer/disk.ts';
import { type MessageChannel, TransferCancelled } from '#app/file-transfer/message-channel.ts';
import type { TransferProgress } from '#app/file-transfer/transfer-file.ts';
import type { Log } from '../logging/log.ts';
import type { PlannedFile, TransferPlan } from './plan-transfer.ts';
import { createTransferRate } from './transfer-rate.ts';

export type TransferOrder = Pick<Transfer, 'from' | 'name'> & { folder: string; to: string };

type Deps = {
  /** Finds out what belongs to it, and makes the folders that it needs. */
  plan(order: TransferOrder, isCancelled: () => boolean): Promise<TransferPlan>;
  openChannel(): MessageChannel;
  /** @throws {FileRefused} `exists`, where the name is taken and `ifExists` refuses */
  move(
    order: TransferOrder,
    file: PlannedFile,
    ifExists: IfExists,
    channel: MessageChannel,
    onProgress: TransferProgress,
  ): Promise<void>;
  standing(order: TransferOrder, file: PlannedFile): Promise<Transfer['standing']>;
  onChanged(transfers: readonly Transfer[]): void;
  now(): number;
  log: Log;
};

type Entry = {
  order: TransferOrder;
  view: Transfer;
  channel: MessageChannel | null;
  isCancelled: boolean;
  answer: ((answer: ExistsAnswer) => void) | null;
};

const FRESH = {
  file: null,
  state: 'waiting',
  step: 'preparing',
  bytesDone: 0,
  bytesTotal: 0,
  filesDone: 0,
  filesTotal: 0,
  filesLeftOut: 0,
  rate: null,
  resumedAt: 0,
  problem: null,
  standing: null,
} as const satisfies Partial<Transfer>;

export type TransferQueue = ReturnType<typeof createTransferQueue>;

/** What a session transfers, one file after the other; what has ended stays listed until it is cleared. */
export function createTransferQueue(deps: Deps) {
  const entries = new Map<number, Entry>();
  let lastId = 0;
  let isRunning = false;
  /** What was answered for all that follow in this run of the queue. */
  let answerForAll: ExistsAnswer | null = null;

  function tell(): void {
    deps.onChanged([...entries.values()].map(({ view }) => view));
  }

  function change(entry: Entry, part: Partial<Transfer>): void {
    entry.view = { ...entry.view, ...part };
    tell();
  }

  function start(): void {
    if (isRunning) return;
    isRunning = true;
    // It catches what goes wrong with each: a rejection is a bug, and reaches the program's own report.
    void work().finally(() => {
      isRunning = false;
      answerForAll = null;
      if ([...entries.values()].some(({ view }) => view.state === 'waiting')) start();
    });
  }

  async function work(): Promise<void> {
    for (;;) {
      const entry = [...entries.values()].find(({ view }) => view.state === 'waiting');
      if (entry === undefined) return;
      change(entry, { state: 'running' });
      try {
        const leftAll = await runEntry(entry);
        change(entry, { state: leftAll ? 'skipped' : 'done', file: null, rate: null });
      } catch (error) {
        const isCancelled = error instanceof TransferCancelled || entry.isCancelled;
        const problem = problemOf(error);
        if (!isCancelled && problem === 'failed') deps.log.error({ err: error }, 'a file transfer failed');
        change(entry, {
          state: isCancelled ? 'cancelled' : 'failed',
          problem: isCancelled ? null : problem,
          rate: null,
          standing: null,
        });
      }
    }
  }

  /** @returns whether all of it was to be skipped */
  async function runEntry(entry: Entry): Promise<boolean> {
    const plan = await deps.plan(entry.order, () => entry.isCancelled);
    const bytesTotal = plan.files.reduce((sum, { size }) => sum + size, 0);
    change(entry, { bytesTotal, filesTotal: plan.files.length, filesLeftOut: plan.leftOut });
    const rate = createTransferRate(deps.now);
    let bytesBefore = 0;
    let skipped = 0;
    for (const file of plan.files) {
      if (entry.isCancelled) throw new TransferCancelled('It was given up.');
      change(entry, { file: file.shownAs, step: 'preparing' });
      const isMoved = await moveOrAsk(entry, file, ({ at, done, resumedAt }) => {
        const view = { step: at, bytesDone: bytesBefore + done, resumedAt };
        change(entry, { ...view, rate: rate.next(bytesBefore + done - resumedAt) });
      });
      bytesBefore += file.size;
      if (!isMoved) skipped += 1;
      change(entry, {
        bytesDone: bytesBefore,
        filesDone: entry.view.filesDone + 1,
        filesLeftOut: plan.leftOut + skipped,
      });
    }
    return plan.files.length > 0 && skipped === plan.files.length;
  }

  async function moveOrAsk(entry: Entry, file: PlannedFile, onProgress: TransferProgress): Promise<boolean> {
    try {
      await moveOnce(entry, file, 'refuse', onProgress);
      return true;
    } catch (error) {
      if (!(error instanceof FileRefused && error.problem === 'exists')) throw error;
    }
    const answer = answerForAll ?? (await ask(entry, file));
    if (entry.isCancelled) throw new TransferCancelled('It was given up.');
    if (answer !== 'skip') await moveOnce(entry, file, answer, onProgress);
    return answer !== 'skip';
  }

  async function moveOnce(
    entry: Entry,
    file: PlannedFile,
    ifExists: IfExists,
    onProgress: TransferProgress,
  ): Promise<void> {
    const channel = deps.openChannel();
    entry.channel = channel;
    try {
      await deps.move(entry.order, file, ifExists, channel, onProgress);
    } finally {
      entry.channel = null;
      channel.close();
    }
  }

  async function ask(entry: Entry, file: PlannedFile): Promise<ExistsAnswer> {
    const standing = await deps.standing(entry.order, file);
    if (entry.isCancelled) return 'skip';
    const answered = new Promise<ExistsAnswer>((resolve) => {
      entry.answer = resolve;
    });
    change(entry, { state: 'asking', standing: standing ?? { size: null, modifiedAt: null } });
    const answer = await answered;
    entry.answer = null;
    change(entry, { state: 'running', standing: null });
    return answer;
  }

  const hasEnded = ({ view }: Entry): boolean =>
    view.state !== 'waiting' && view.state !== 'running' && view.state !== 'asking';

  return {
    add(orders: readonly TransferOrder[]): void {
      for (const order of orders) {
        lastId += 1;
        const view = { ...FRESH, id: lastId, from: order.from, name: order.name };
        entries.set(lastId, { order, view, channel: null, isCancelled: false, answer: null });
      }
      tell();
      start();
    },
    answer(id: number, answer: ExistsAnswer, forAll: boolean): void {
      const entry = entries.get(id);
      if (entry?.answer == null) return;
      if (forAll) answerForAll = answer;
      entry.answer(answer);
    },
    cancel(id: number): void {
      const entry = entries.get(id);
      if (entry === undefined || hasEnded(entry)) return;
      entry.isCancelled = true;
      entry.channel?.cancel();
      entry.answer?.('skip');
      if (entry.view.state === 'waiting') change(entry, { state: 'cancelled' });
    },
    /** Begins again what failed or was cancelled; what has arrived of it is gone on with. */
    retry(id: number): void {
      const entry = entries.get(id);
      if (entry === undefined || !hasEnded(entry)) return;
      entry.isCancelled = false;
      const { from, name } = entry.order;
      entry.view = { ...FRESH, id, from, name };
      tell();
      start();
    },
    /** Begins nothing more, and keeps of what runs what has arrived. */
    close(): void {
      for (const [id, entry] of entries) {
        if (entry.view.state === 'waiting') entries.delete(id);
        entry.isCancelled = true;
        entry.channel?.close();
        entry.answer?.('skip');
      }
    },
    clear(): void {
      for (const [id, entry] of entries) if (hasEnded(entry)) entries.delete(id);
      tell();
    },
  };
}
