import { afterPaint } from './after-paint.ts';
import { firstName, type Shown, type SortedColumn, type Surface, shownCount, shownNames } from './surface.ts';

/** How the list looks once it shows what the action asked for. */
export type Expected =
  | { readonly kind: 'count'; readonly count: number }
  /** The column says that it is sorted another way, and another item comes first. */
  | { readonly kind: 'order'; readonly column: SortedColumn };

/** Which event begins the measurement. */
export type ActionEvent = 'keydown' | 'pointerup';

export type ActionOutcome = { readonly ms: number; readonly shown: Shown };

export type ActionWatch = {
  /** Waits for the next such event that a person could have made, then for the list that it should bring. */
  expect(event: ActionEvent, expected: Expected): void;
  /** Milliseconds from the event's own time stamp until the expected list was painted. Rejects after 20 s. */
  outcome(): Promise<ActionOutcome>;
};

const PATIENCE_MS = 20_000;

export function createActionWatch(surface: Surface): ActionWatch {
  let pending: Promise<ActionOutcome> = Promise.reject(new Error('No action is expected.'));
  pending.catch(() => undefined);

  return {
    expect: (event, expected) => {
      const reached = isReached(surface, expected);
      pending = eventTime(event).then((since) => untilPainted(surface, expected, reached, since));
    },
    outcome: () => pending,
  };
}

/** The time stamp that the browser gave the event when it arrived, before any wait for the page. */
function eventTime(event: ActionEvent): Promise<number> {
  return new Promise((resolve) => {
    window.addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
  });
}

function isReached(surface: Surface, expected: Expected): () => boolean {
  if (expected.kind === 'count') return () => shownCount(surface) === expected.count;
  const order = () =>
    document.querySelector(surface.headers[expected.column])?.getAttribute('aria-sort') ?? 'none';
  const before = { order: order(), first: firstName(surface) };
  return () => order() !== before.order && firstName(surface) !== before.first;
}

function untilPainted(
  surface: Surface,
  expected: Expected,
  reached: () => boolean,
  since: number,
): Promise<ActionOutcome> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (reached()) {
        afterPaint(() => {
          const ms = performance.now() - since;
          resolve({ ms, shown: { count: shownCount(surface), names: shownNames(surface) } });
        });
      } else if (performance.now() - since > PATIENCE_MS) {
        const shown = `${shownCount(surface)} items, first “${firstName(surface)}”`;
        reject(new Error(`Expected ${JSON.stringify(expected)}, but the page shows ${shown}.`));
      } else {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame(look);
  });
}
