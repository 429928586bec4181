import type { ConsoleStore } from './console-store.ts';

/** Nothing that goes by this clock is told to the second. */
const TICK_MS = 60_000;

/**
 * Keeps the appliance's time in the store, anew each minute and once it is known better.
 * @returns a function that ends it
 */
export function followClock(store: ConsoleStore): () => void {
  const tell = () => {
    const { applianceAheadMs, setApplianceTime } = store.getState();
    setApplianceTime(Date.now() + applianceAheadMs);
  };
  const timer = setInterval(tell, TICK_MS);
  const end = store.subscribe((state, before) => {
    if (state.applianceAheadMs !== before.applianceAheadMs) tell();
  });
  return () => {
    clearInterval(timer);
    end();
  };
}
