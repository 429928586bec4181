import { type Surface, shownRows } from './surface.ts';

export type FrameReport = {
  /** Milliseconds from each animation frame to the next. */
  readonly frames: readonly number[];
  /** Frames in which part of the list's view showed no row, or a row without text; 0 where nobody looked for them. */
  readonly blank: number;
  /** How far the rows had been scrolled, in CSS pixels. */
  readonly scrolledPx: number;
};

export type FrameWatch = {
  /** @param looksForBlanks each frame lays out the page and reads all of its rows: a load of its own */
  begin(looksForBlanks?: boolean): void;
  end(): FrameReport;
};

export function createFrameWatch(surface: Surface): FrameWatch {
  let running = false;
  let isLooking = false;
  let last = 0;
  let startedAtPx = 0;
  let frames: number[] = [];
  let blank = 0;
  const scroller = () => document.querySelector(surface.scroller);

  const look = () => {
    if (!running) return;
    const now = performance.now();
    frames.push(now - last);
    last = now;
    if (isLooking && isBlank(surface, scroller())) blank += 1;
    requestAnimationFrame(look);
  };

  return {
    begin: (looksForBlanks = false) => {
      frames = [];
      blank = 0;
      isLooking = looksForBlanks;
      running = true;
      startedAtPx = scroller()?.scrollTop ?? 0;
      requestAnimationFrame((now) => {
        last = now;
        requestAnimationFrame(look);
      });
    },
    end: () => {
      running = false;
      return { frames, blank, scrolledPx: (scroller()?.scrollTop ?? 0) - startedAtPx };
    },
  };
}

/** Within an animation frame this sees what will be painted: the scroll events of the frame came before it. */
function isBlank(surface: Surface, scroller: Element | null): boolean {
  if (scroller === null) return true;
  const rows = shownRows(surface).map((row) => ({ box: row.getBoundingClientRect(), text: row.textContent }));
  const view = scroller.getBoundingClientRect();
  const inView = rows.filter(({ box }) => box.bottom > view.top && box.top < view.bottom);
  const bottom = Math.max(...inView.map(({ box }) => box.bottom));
  const covered = inView.reduce((sum, { box }) => sum + box.height, 0);
  const top = bottom - covered;
  // A header that sticks to the top covers the first row at most.
  const headroom = (inView[0]?.box.height ?? 0) + 1;
  return !(top <= view.top + headroom && bottom >= view.bottom - 1) || inView.some(({ text }) => text === '');
}
