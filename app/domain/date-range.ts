/** A span of time, from `from` up to but not including `to`, in milliseconds since 1970; `never` is no time at all. */
export type DateRange = { readonly from: number; readonly to: number } | 'never';

const AGE = /^(?<than>[<>])(?<count>\d{1,5})(?<unit>[hdwmy])$/;
const CALENDAR = /^(?<year>\d{4})(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?$/;
const HOURS = { h: 1, d: 24, w: 168, m: 730, y: 8_760 } as const;

/**
 * What may stand after `accessed:` and `since:` — `never`, `today`, `yesterday`, `<7d` (within), `>30d` (longer ago),
 * `2026`, `2026-11`, `2026-11-22`; days begin at this computer's midnight.
 * @returns null for anything else, impossible dates among them
 */
export function parseDateRange(text: string, now: number): DateRange | null {
  const word = text.trim().toLowerCase();
  if (word === 'never') return 'never';
  if (word === 'today') return daySpan(now, 0);
  if (word === 'yesterday') return daySpan(now, -1);
  const age = AGE.exec(word)?.groups;
  if (age !== undefined) {
    const edge = now - Number(age.count) * HOURS[age.unit as keyof typeof HOURS] * 3_600_000;
    return age.than === '<' ? { from: edge, to: Number.POSITIVE_INFINITY } : { from: 0, to: edge };
  }
  const date = CALENDAR.exec(word)?.groups;
  return date === undefined ? null : calendarSpan(Number(date.year), date.month, date.day);
}

export function isWithin(range: DateRange, at: number | null): boolean {
  if (range === 'never' || at === null) return range === 'never' && at === null;
  return at >= range.from && at < range.to;
}

export function isSameRange(one: DateRange, other: DateRange): boolean {
  if (one === 'never' || other === 'never') return one === other;
  return one.from === other.from && one.to === other.to;
}

function daySpan(now: number, days: number): DateRange {
  const day = new Date(now);
  const from = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
  return { from, to: new Date(day.getFullYear(), day.getMonth(), day.getDate() + days + 1).getTime() };
}

function calendarSpan(
  year: number,
  monthText: string | undefined,
  dayText: string | undefined,
): DateRange | null {
  if (monthText === undefined) return span(new Date(year, 0, 1), new Date(year + 1, 0, 1));
  const month = Number(monthText) - 1;
  if (month < 0 || month > 11) return null;
  if (dayText === undefined) return span(new Date(year, month, 1), new Date(year, month + 1, 1));
  const day = Number(dayText);
  const from = new Date(year, month, day);
  if (from.getMonth() !== month || from.getDate() !== day) return null;
  return span(from, new Date(year, month, day + 1));
}

function span(from: Date, to: Date): DateRange {
  return { from: from.getTime(), to: to.getTime() };
}
