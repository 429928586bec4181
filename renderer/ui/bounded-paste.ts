import type { ClipboardEvent, DragEvent } from 'react';

/** In UTF-16 units, twenty times what any field keeps: Chromium breaks a word of a million letters for many seconds. */
const MOST_HELD = 20_000;

type Handlers = {
  onPaste(event: ClipboardEvent<HTMLElement>): void;
  onDrop(event: DragEvent<HTMLElement>): void;
};

/**
 * For the box around a field: keeps text out that would hold up the window, all of it, so that nothing is cut. The field
 * and the clipboard stay as they are.
 * @param onTooMuch told how many characters the text has
 */
export function boundedPaste(onTooMuch: (count: number) => void): Handlers {
  const bound = (event: ClipboardEvent | DragEvent, text: string) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0);
    if (target.value.length - replaced + text.length <= MOST_HELD) return;
    event.preventDefault();
    onTooMuch(countCharacters(text));
  };
  return {
    onPaste: (event) => bound(event, event.clipboardData.getData('text')),
    onDrop: (event) => bound(event, event.dataTransfer.getData('text')),
  };
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
