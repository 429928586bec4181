/**
 * Calls back when what stands in the document during this animation frame has been painted: at the start of the next
 * one. To be called from within an animation frame.
 */
export function afterPaint(callback: () => void): void {
  requestAnimationFrame(callback);
}

/** The present moment on the clock that all processes of this computer share. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}

/** The next animation frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
