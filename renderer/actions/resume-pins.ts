import { isLive } from '../store/connection-slice.ts';
import type { Console } from '../store/console-context.tsx';
import { forgetAskedPin, readAskedPins } from './kept-pins.ts';
import { resumePin } from './pin-jump-client.ts';

/**
 * Asks what became of the pins that the page had asked for before it was loaded again. The same command is sent once more:
 * the appliance does it once and answers it alike, whatever has become of it or of its session meanwhile.
 * @returns a function that ends it
 */
export function resumePins(console: Console): () => void {
  let left = readAskedPins(sessionStorage);
  const look = () => {
    const { connection, representative } = console.store.getState();
    if (left.length === 0 || representative === null || !isLive(connection)) return;
    const asked = left;
    left = [];
    for (const pin of asked) {
      if (pin.by === representative.id) void resumePin(console, pin);
      else forgetAskedPin(sessionStorage, pin.params.opId); // another one has signed in
    }
  };
  look();
  return console.store.subscribe(look);
}
