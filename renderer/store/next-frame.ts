/** Chromium draws no frame for a window that nobody sees; changes must not pile up meanwhile. */
const HIDDEN_WINDOW_DELAY_MS = 250;

/** Calls back before the next frame is drawn, or a moment later where no frame is. */
export function nextFrame(callback: () => void): void {
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    callback();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, HIDDEN_WINDOW_DELAY_MS);
}
