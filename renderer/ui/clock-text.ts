const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const two = (number: number): string => String(number).padStart(2, '0');

/** A span of time as a clock tells it: `1:02:03`; without hours `2:03`. Clocks that disagree say `0:00`. */
export function clockText(spanMs: number): string {
  const span = Math.max(0, spanMs);
  const hours = Math.floor(span / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  const seconds = two(Math.floor((span % MINUTE) / SECOND));
  return hours > 0 ? `${hours}:${two(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}
