/** So near to its upper or lower edge a pane scrolls, in pixels; the nearer, the faster. */
const EDGE = 36;
const MOST_PER_FRAME = 12;

type Point = { readonly clientX: number; readonly clientY: number };

/**
 * Scrolls the pane under the dragging pointer while that rests near an edge of it.
 * @param onScrolled what is under the pointer may be something else
 */
export function createDragScroll(onScrolled: (at: Point) => void) {
  let pointer: Point | null = null;
  let frame: number | null = null;

  const step = () => {
    frame = null;
    if (pointer === null) return;
    const { clientX, clientY } = pointer;
    const pane = document.elementFromPoint(clientX, clientY)?.closest('[data-drop-zone]');
    if (!pane) return;
    const by = speedAt(pane.getBoundingClientRect(), clientY);
    const before = pane.scrollTop;
    pane.scrollBy({ top: by });
    if (pane.scrollTop === before) return;
    onScrolled(pointer);
    frame = requestAnimationFrame(step);
  };
  return {
    at(next: Point) {
      pointer = next;
      frame ??= requestAnimationFrame(step);
    },
    stop() {
      pointer = null;
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

function speedAt({ top, bottom }: Pick<DOMRect, 'top' | 'bottom'>, y: number): number {
  const into = Math.max(top + EDGE - y, y - (bottom - EDGE));
  if (into <= 0) return 0;
  const speed = Math.ceil((Math.min(into, EDGE) / EDGE) * MOST_PER_FRAME);
  return y < (top + bottom) / 2 ? -speed : speed;
}
