/**
 * Puts text on the clipboard, from within a click or a key press. The console grants its pages no clipboard
 * permission; the copy command needs none, and takes what the `copy` event is given.
 */
export function copyText(text: string): void {
  const offer = (event: Event): void => event.preventDefault();
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('beforecopy', offer, true);
  document.addEventListener('copy', answer, true);
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('beforecopy', offer, true);
    document.removeEventListener('copy', answer, true);
  }
}
