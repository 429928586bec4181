import type { ClipboardEvent as ReactClipboardEvent, DragEvent as ReactDragEvent } from 'react';

/** In UTF-16 units, five times what any field keeps: Chromium breaks a word of a million letters for many seconds. */
const MOST_HELD = 20_000;

type Handlers = {
  onPaste(event: ReactClipboardEvent<HTMLElement>): void;
  onDrop(event: ReactDragEvent<HTMLElement>): void;
};
type Given = Pick<Event, 'target' | 'preventDefault'>;
type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * For the box around a dialog's field, which says itself what was kept out of it. The other fields of the window have
 * `guardFields`.
 * @param onTooMuch told how many characters the text has
 */
export function boundedPaste(onTooMuch: (count: number) => void): Handlers {
  return {
    onPaste: (event) => keepOut(event, event.clipboardData.getData('text'), (_, count) => onTooMuch(count)),
    onDrop: (event) => keepOut(event, event.dataTransfer.getData('text'), (_, count) => onTooMuch(count)),
  };
}

/**
 * Every field of the window that has no such box, those included that nobody has thought of.
 * @param onTooMuch told what the field is called, and how many characters the text has
 * @returns a function that ends it
 */
export function guardFields(onTooMuch: (label: string, count: number) => void): () => void {
  const tell = (field: Field, count: number) => onTooMuch(labelOf(field), count);
  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener('paste', (event) => guard(event, event.clipboardData, tell), { signal });
  document.addEventListener('drop', (event) => guard(event, event.dataTransfer, tell), { signal });
  return () => ending.abort();
}

function guard(event: Event, data: DataTransfer | null, tell: (field: Field, count: number) => void): void {
  if (!event.defaultPrevented) keepOut(event, data?.getData('text') ?? '', tell);
}

/** Keeps out what would hold up the window, all of it, so that nothing is cut. Field and clipboard stay as they are. */
function keepOut(event: Given, text: string, onTooMuch: (field: Field, count: number) => void): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const replaced = (target.selectionEnd ?? 0) - (target.selectionStart ?? 0);
  if (target.value.length - replaced + text.length <= MOST_HELD) return;
  event.preventDefault();
  onTooMuch(target, countCharacters(text));
}

function labelOf(field: Field): string {
  return field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '';
}

function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
