import { type ActionWatch, createActionWatch } from './action-watch.ts';
import { nextFrame } from './after-paint.ts';
import { type CommandWatch, createCommandWatch } from './command-watch.ts';
import { createFrameWatch, type FrameWatch } from './frame-watch.ts';
import { createLaunchWatch, type LaunchWatch } from './launch-watch.ts';
import { firstName, type Surface } from './surface.ts';
import { createTextWatch, type TextWatch } from './text-watch.ts';

/** What the frame calls inside a page, by Playwright's `evaluate`. Times are milliseconds. */
export type PageProbe = {
  readonly launch: LaunchWatch;
  readonly action: ActionWatch;
  readonly frames: FrameWatch;
  readonly text: TextWatch;
  readonly command: CommandWatch;
  /** The name in the first row. */
  firstName(): string;
  /** Answers once the first rows are painted. */
  scrollToTop(): Promise<void>;
};

export function createPageProbe(surface: Surface): PageProbe {
  return {
    launch: createLaunchWatch(surface),
    action: createActionWatch(surface),
    frames: createFrameWatch(surface),
    text: createTextWatch(surface),
    command: createCommandWatch(surface),
    firstName: () => firstName(surface),
    scrollToTop: async () => {
      document.querySelector(surface.scroller)?.scrollTo(0, 0);
      await nextFrame();
      await nextFrame();
    },
  };
}
