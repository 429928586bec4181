const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `3.2 GiB`: as people read sizes, with one decimal from KiB on. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_024 && unit < UNITS.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}

/** `3 d 4 h 5 min`: how long something has lasted, in whole minutes. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24];
  const parts = [days > 0 ? `${days} d` : '', days + hours > 0 ? `${hours} h` : '', `${minutes % 60} min`];
  return parts.filter((part) => part !== '').join(' ');
}

/** `2024-05-06 07:08 +02:00`: a moment as the computer's own clock on the wall shows it. */
export function formatLocalTime(at: number, utcOffsetMinutes: number): string {
  const [date, time] = new Date(at + utcOffsetMinutes * 60_000).toISOString().split('T');
  const ahead = Math.abs(utcOffsetMinutes);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const offset = `${utcOffsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`;
  return `${date} ${time?.slice(0, 5)} ${offset}`;
}
