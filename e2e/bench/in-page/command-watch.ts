import { afterPaint, wallClock } from './after-paint.ts';
import { type Surface, shownCount } from './surface.ts';

export type CommandReport = {
  /** When the button was pressed in this page, by the event's own time stamp; null where it was not. */
  readonly pressedAt: number | null;
  /** When the expected number of listed items was painted. Both in ms on the wall clock. */
  readonly paintedAt: number;
};

export type CommandWatch = {
  /** Waits from now on for a click, and until the page lists so many items. */
  expect(count: number): void;
  /** Rejects after 20 s. */
  outcome(): Promise<CommandReport>;
};

const PATIENCE_MS = 20_000;

export function createCommandWatch(surface: Surface): CommandWatch {
  let pending: Promise<CommandReport> = Promise.reject(new Error('No command is expected.'));
  pending.catch(() => undefined);
  return {
    expect: (count) => {
      pending = untilListed(surface, count);
    },
    outcome: () => pending,
  };
}

function untilListed(surface: Surface, count: number): Promise<CommandReport> {
  const since = performance.now();
  let pressedAt: number | null = null;
  const press = ({ timeStamp }: Event) => {
    pressedAt = performance.timeOrigin + timeStamp;
  };
  window.addEventListener('click', press, { capture: true, once: true });
  return new Promise((resolve, reject) => {
    const look = () => {
      if (shownCount(surface) === count) {
        afterPaint(() => resolve({ pressedAt, paintedAt: wallClock() }));
      } else if (performance.now() - since > PATIENCE_MS) {
        reject(new Error(`The list never held ${count} items; it holds ${shownCount(surface)}.`));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}
