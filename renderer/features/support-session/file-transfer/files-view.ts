import type { FileProblem, FolderListing, FolderPlace } from '#app/contracts/file-transfer.ts';
import type {
  ExistsAnswer,
  FileSide,
  FilesEvent,
  FilesRequest,
  Transfer,
} from '#app/contracts/files-port.ts';

/** One computer's half of the view. */
export type FileSideState = {
  /** The last folder that was read. */
  readonly listing: FolderListing | null;
  readonly isLoading: boolean;
  /** Why the folder that was asked for is not shown. */
  readonly refused: FileProblem | null;
  /** Why something was not done, until it is dismissed or something else is done. */
  readonly trouble: { readonly problem: FileProblem; readonly name: string | null } | null;
};

export type FilesSnapshot = {
  readonly here: FileSideState;
  readonly there: FileSideState;
  readonly transfers: readonly Transfer[];
};

/** What File Transfer shows of one session, kept from what main says. */
export type FilesView = {
  /** The same object until something changed, as `useSyncExternalStore` wants it. */
  snapshot(): FilesSnapshot;
  subscribe(onChange: () => void): () => void;
  receive(event: FilesEvent): void;
  open(side: FileSide, place: FolderPlace): void;
  refresh(side: FileSide): void;
  makeFolder(side: FileSide, name: string): void;
  rename(side: FileSide, name: string, newName: string): void;
  delete(side: FileSide, names: readonly string[]): void;
  /** From one side's folder into the other's, as both are shown. */
  transfer(from: FileSide, names: readonly string[]): void;
  answer(transfer: number, answer: ExistsAnswer, forAll: boolean): void;
  cancel(transfer: number): void;
  retry(transfer: number): void;
  clear(): void;
  dismiss(side: FileSide): void;
};

const UNREAD: FileSideState = { listing: null, isLoading: false, refused: null, trouble: null };
export const NO_FILES: FilesSnapshot = { here: UNREAD, there: UNREAD, transfers: [] };

type Asked = FilesRequest extends infer R
  ? R extends { id: number; side: FileSide }
    ? Omit<R, 'id'>
    : never
  : never;

export function createFilesView(send: (request: FilesRequest) => void): FilesView {
  let current = NO_FILES;
  const listeners = new Set<() => void>();
  const asked = new Map<number, Asked>();
  /** The newest request for a folder of each side: an older answer is not shown. */
  const newest: Record<FileSide, number> = { here: 0, there: 0 };
  let lastId = 0;

  function change(part: Partial<FilesSnapshot>): void {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  }
  const changeSide = (side: FileSide, part: Partial<FileSideState>): void =>
    change({ [side]: { ...current[side], ...part } });

  function ask(request: Asked): void {
    lastId += 1;
    asked.set(lastId, request);
    if (request.do === 'list') newest[request.side] = lastId;
    send({ ...request, id: lastId } as FilesRequest);
  }

  function open(side: FileSide, place: FolderPlace): void {
    changeSide(side, { isLoading: true, trouble: null });
    ask({ do: 'list', side, place });
  }

  function refresh(side: FileSide): void {
    const path = current[side].listing?.path;
    open(side, path === undefined ? { at: 'home' } : { at: 'folder', path });
  }

  function receiveQueue(transfers: readonly Transfer[]): void {
    const endedBefore = new Set(current.transfers.filter(hasEnded).map(({ id }) => id));
    const fresh = transfers.filter((transfer) => hasEnded(transfer) && !endedBefore.has(transfer.id));
    change({ transfers });
    for (const side of ['here', 'there'] as const)
      if (fresh.some(({ from }) => from !== side) && current[side].listing !== null) refresh(side);
  }

  function receive(event: FilesEvent): void {
    if (event.files === 'queue') receiveQueue(event.transfers);
    else receiveAnswer(event);
  }

  function receiveAnswer(event: Exclude<FilesEvent, { files: 'queue' }>): void {
    const request = asked.get(event.id);
    asked.delete(event.id);
    if (request === undefined) return;
    const { side } = request;
    if (request.do === 'list') {
      if (newest[side] !== event.id) return;
      if (event.files === 'listed')
        changeSide(side, { listing: event.listing, isLoading: false, refused: null });
      else if (event.files === 'refused') changeSide(side, { isLoading: false, refused: event.problem });
      return;
    }
    refresh(side);
    if (event.files === 'refused')
      changeSide(side, { trouble: { problem: event.problem, name: event.name } });
  }

  /** In the folder that is shown; nothing is done before there is one. */
  function inFolder(side: FileSide, act: (folder: string) => void): void {
    const folder = current[side].listing?.path;
    if (folder !== undefined) act(folder);
  }

  return {
    snapshot: () => current,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    receive,
    open,
    refresh,
    makeFolder: (side, name) => inFolder(side, (folder) => ask({ do: 'make-folder', side, folder, name })),
    rename: (side, name, newName) =>
      inFolder(side, (folder) => ask({ do: 'rename', side, folder, name, newName })),
    delete: (side, names) =>
      inFolder(side, (folder) => ask({ do: 'delete', side, folder, names: [...names] })),
    transfer(from, names) {
      const to = current[from === 'here' ? 'there' : 'here'].listing?.path;
      if (to === undefined || names.length === 0) return;
      inFolder(from, (folder) => send({ do: 'transfer', from, folder, names: [...names], to }));
    },
    answer: (transfer, answer, forAll) => send({ do: 'answer', transfer, answer, forAll }),
    cancel: (transfer) => send({ do: 'cancel', transfer }),
    retry: (transfer) => send({ do: 'retry', transfer }),
    clear: () => send({ do: 'clear' }),
    dismiss: (side) => changeSide(side, { trouble: null, refused: null }),
  };
}

/** Nothing more comes of it by itself. */
export function hasEnded({ state }: Transfer): boolean {
  return state !== 'waiting' && state !== 'running' && state !== 'asking';
}
