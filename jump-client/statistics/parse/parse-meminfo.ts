export type MemInfo = {
  totalBytes: number;
  /** What programs could still get, caches given back. */
  availableBytes: number;
  swapTotalBytes: number;
  swapFreeBytes: number;
};

/** @throws when /proc/meminfo names no total or no available memory */
export function parseMemInfo(text: string): MemInfo {
  const bytes = (name: string): number | undefined => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  };
  const totalBytes = bytes('MemTotal');
  const availableBytes = bytes('MemAvailable');
  if (totalBytes === undefined || availableBytes === undefined)
    throw new Error('/proc/meminfo lacks MemTotal or MemAvailable.');
  return {
    totalBytes,
    availableBytes,
    swapTotalBytes: bytes('SwapTotal') ?? 0,
    swapFreeBytes: bytes('SwapFree') ?? 0,
  };
}
