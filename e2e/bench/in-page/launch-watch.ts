import { afterPaint, wallClock } from './after-paint.ts';
import { firstName, type Surface, shownCount } from './surface.ts';

/** Moments on the wall clock, in ms since 1970. */
export type LaunchTimes = {
  /** The page began to load. */
  readonly pageBeganAt: number;
  readonly firstRowsAt: number;
  readonly wholeListAt: number;
  /** Rows were there before the probe was: the first figure is too large, never too small. */
  readonly cameLate: boolean;
};

export type LaunchWatch = {
  /** Watches from now on until the list holds `total` items. */
  begin(total: number): void;
  /** Settles once the whole list is painted. */
  times(): Promise<LaunchTimes>;
};

export function createLaunchWatch(surface: Surface): LaunchWatch {
  let finish: (times: LaunchTimes) => void = () => undefined;
  const finished = new Promise<LaunchTimes>((resolve) => {
    finish = resolve;
  });

  const begin = (total: number) => {
    const cameLate = firstName(surface) !== '';
    let firstRowsAt: number | undefined;
    let seen = false;
    const look = () => {
      if (!seen && firstName(surface) !== '') {
        seen = true;
        afterPaint(() => {
          firstRowsAt = wallClock();
        });
      }
      if (!seen || shownCount(surface) !== total) return requestAnimationFrame(look);
      return afterPaint(() => {
        const wholeListAt = wallClock();
        finish({
          pageBeganAt: performance.timeOrigin,
          firstRowsAt: firstRowsAt ?? wholeListAt,
          wholeListAt,
          cameLate,
        });
      });
    };
    requestAnimationFrame(look);
  };

  return { begin, times: () => finished };
}
