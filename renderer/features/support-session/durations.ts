import type { Texts } from '#app/texts/texts.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long a session has lasted, as `1:02:03`; without hours, as `2:03`. A clock that is behind counts as zero. */
export function formatDuration(milliseconds: number): string {
  const total = Math.max(0, milliseconds);
  const [hours, minutes, seconds] = [
    Math.floor(total / HOUR),
    Math.floor((total % HOUR) / MINUTE),
    Math.floor((total % MINUTE) / SECOND),
  ];
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return hours > 0
    ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds)}`
    : `${minutes}:${twoDigits(seconds)}`;
}

/** How old something on the screen is; the first seconds are "now", so that live information does not flicker. */
export function formatAge(texts: Texts, milliseconds: number): string {
  if (milliseconds < 5 * SECOND) return texts('system-information.age.now');
  if (milliseconds < MINUTE)
    return texts('system-information.age.seconds', { count: Math.floor(milliseconds / SECOND) });
  return texts('system-information.age.minutes', { count: Math.floor(milliseconds / MINUTE) });
}
