import { afterPaint, wallClock } from './after-paint.ts';
import type { Surface } from './surface.ts';

export type TextWatch = {
  /** Waits from now on until the first row of the page shows the text. */
  expect(text: string): void;
  /** When it was painted, in ms on the wall clock. Rejects after 20 s. */
  paintedAt(): Promise<number>;
};

const PATIENCE_MS = 20_000;

export function createTextWatch(surface: Surface): TextWatch {
  let pending: Promise<number> = Promise.reject(new Error('No text is expected.'));
  pending.catch(() => undefined);
  return {
    expect: (text) => {
      pending = untilPainted(surface, text);
    },
    paintedAt: () => pending,
  };
}

function untilPainted(surface: Surface, text: string): Promise<number> {
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const look = () => {
      if (document.querySelector(surface.row)?.textContent?.includes(text)) {
        afterPaint(() => resolve(wallClock()));
      } else if (performance.now() - since > PATIENCE_MS) {
        reject(new Error(`The first row never showed “${text}”.`));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}
