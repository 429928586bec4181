import type { StateCreator } from 'zustand';
import type { ConsoleApi } from '#app/contracts/console-api.ts';
import type { JumpItemId } from '#app/domain/ids.ts';

export type JumpsSlice = {
  /** Items whose support session is being started. */
  readonly startingIds: ReadonlySet<JumpItemId>;
  /** Items that are jumped to when they come online. */
  readonly awaitedIds: ReadonlySet<JumpItemId>;
  setStarting(id: JumpItemId, isStarting: boolean): void;
  /** Takes what main has kept for a page that is loaded again. */
  restoreAwaited(ids: readonly JumpItemId[]): void;
  awaitJumps(ids: readonly JumpItemId[]): void;
  stopAwaiting(ids: readonly JumpItemId[]): void;
};

/** Which jumps are under way, and which are waited for; the latter are main's to keep while the page is loaded anew. */
export function createJumpsSlice(
  api: Pick<ConsoleApi, 'keepAwaitedJumps'>,
  onBug: () => void,
): StateCreator<JumpsSlice> {
  return (set, get) => {
    const keep = (awaitedIds: ReadonlySet<JumpItemId>) => {
      set({ awaitedIds });
      api.keepAwaitedJumps({ jumpItemIds: [...awaitedIds] }).catch(onBug);
    };
    return {
      startingIds: new Set(),
      awaitedIds: new Set(),
      setStarting: (id, isStarting) =>
        set((state) => {
          const startingIds = new Set(state.startingIds);
          if (isStarting) startingIds.add(id);
          else startingIds.delete(id);
          return { startingIds };
        }),
      restoreAwaited: (ids) => set({ awaitedIds: new Set(ids) }),
      awaitJumps: (ids) => keep(new Set([...get().awaitedIds, ...ids])),
      stopAwaiting(ids) {
        const { awaitedIds } = get();
        if (ids.some((id) => awaitedIds.has(id)))
          keep(new Set([...awaitedIds].filter((id) => !ids.includes(id))));
      },
    };
  };
}
