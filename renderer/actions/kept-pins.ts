import { z } from 'zod';
import { consoleRequests } from '#app/contracts/console-api.ts';
import { type OpId, RepresentativeId } from '#app/domain/ids.ts';

/** A pin that this window has asked for, and has not told the outcome of. */
const AskedPin = z.strictObject({
  by: RepresentativeId,
  /** What its session is called. */
  about: z.string(),
  params: consoleRequests.pinJumpClient.params,
});
export type AskedPin = z.infer<typeof AskedPin>;

const KEY = 'asked-pins';

/** Those that were asked for, the first one first. They live as long as the window does, also while it loads again. */
export function readAskedPins(storage: Storage): readonly AskedPin[] {
  return z.array(AskedPin).safeParse(parse(storage.getItem(KEY))).data ?? [];
}

export function keepAskedPin(storage: Storage, pin: AskedPin): void {
  write(storage, [...without(storage, pin.params.opId), pin]);
}

/** Its outcome is told. */
export function forgetAskedPin(storage: Storage, opId: OpId): void {
  write(storage, without(storage, opId));
}

function without(storage: Storage, opId: OpId): readonly AskedPin[] {
  return readAskedPins(storage).filter(({ params }) => params.opId !== opId);
}

function write(storage: Storage, pins: readonly AskedPin[]): void {
  if (pins.length === 0) storage.removeItem(KEY);
  else storage.setItem(KEY, JSON.stringify(pins));
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // not of this program
  }
}
