import type { StateCreator } from 'zustand';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { NewShortcut } from '#app/domain/jump-item-change.ts';

/** What the dialog that creates a shortcut opens with: a Jump Method, or an item whose properties it takes over. */
export type ShortcutTemplate =
  | { readonly method: NewShortcut['method'] }
  | { readonly duplicateOf: JumpItem };

export type ShortcutTemplateSlice = {
  readonly shortcutTemplate: ShortcutTemplate;
  setShortcutTemplate(template: ShortcutTemplate): void;
};

export const createShortcutTemplateSlice: StateCreator<ShortcutTemplateSlice> = (set) => ({
  shortcutTemplate: { method: 'local-rdp' },
  setShortcutTemplate: (shortcutTemplate) => set({ shortcutTemplate }),
});
