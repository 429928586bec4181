import type { JumpItemId } from '#app/domain/ids.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { IconName } from '../../ui/icon.tsx';

/** One line of the palette. */
export type PaletteEntry = {
  /** Its own among all entries. */
  readonly key: string;
  readonly label: string;
  /** What tells it from others of its name. */
  readonly detail?: string | undefined;
  /** A Jump Item shows its status instead. */
  readonly icon: IconName | null;
  readonly item?: JumpItem;
  readonly isAwaited?: boolean;
  readonly shortcut?: string | undefined;
  /** Why it cannot be chosen, where it cannot. */
  readonly reason?: string | undefined;
  readonly isDisabled?: boolean;
  /** Enter, or a click. */
  run(): void;
  /** Ctrl+Enter; the same as Enter where there is none. */
  readonly jumpTo?: JumpItemId;
};

export type PaletteSection = { readonly title: string; readonly entries: readonly PaletteEntry[] };
