import { t } from './texts.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (number: number) => String(number).padStart(2, '0');

/** The time of day on this computer, e.g. `14:02`. */
export function formatTime(epochMs: number): string {
  const date = new Date(epochMs);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Date and time on this computer, e.g. `2026-11-22 09:12`. By hand: `Intl` takes 50 times as long for 100,000 rows. */
export function formatDateTime(epochMs: number): string {
  const date = new Date(epochMs);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A moment as short as it can be told: `09:12` when it was today, `yesterday 17:03`, else with its date. */
export function formatWhen(epochMs: number, now: number): string {
  const day = new Date(epochMs).toDateString();
  if (day === new Date(now).toDateString()) return formatTime(epochMs);
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === yesterday.toDateString()) return t('when.yesterday', { time: formatTime(epochMs) });
  return formatDateTime(epochMs);
}

/** How long ago, in its largest unit: `3 s ago`, `2 min ago`, `4 h ago`, `12 d ago`. Clocks that disagree say `now`. */
export function formatAge(ageMs: number): string {
  if (ageMs < 1.5 * SECOND) return t('age.now');
  if (ageMs < MINUTE) return t('age.seconds', { count: Math.round(ageMs / SECOND) });
  if (ageMs < HOUR) return t('age.minutes', { count: Math.floor(ageMs / MINUTE) });
  if (ageMs < DAY) return t('age.hours', { count: Math.floor(ageMs / HOUR) });
  return t('age.days', { count: Math.floor(ageMs / DAY) });
}

/** A span in its two largest units, e.g. `12 d 4 h`. */
export function formatDuration(spanMs: number): string {
  const days = Math.floor(spanMs / DAY);
  const hours = Math.floor((spanMs % DAY) / HOUR);
  const minutes = Math.floor((spanMs % HOUR) / MINUTE);
  if (days > 0) return t('duration.days', { days, hours });
  if (hours > 0) return t('duration.hours', { hours, minutes });
  return t('duration.minutes', { minutes });
}

/** What a clock on the wall of a place so many minutes ahead of UTC shows, e.g. `14:02`. */
export function formatWallClock(epochMs: number, utcOffsetMinutes: number): string {
  const date = new Date(epochMs + utcOffsetMinutes * MINUTE);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
