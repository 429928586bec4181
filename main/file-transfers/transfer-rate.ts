const WINDOW_MS = 4_000;
const STEP_MS = 250;

/** How fast it goes, over the last seconds. */
export function createTransferRate(now: () => number) {
  let marks: { at: number; bytes: number }[] = [];
  let rate: number | null = null;

  return {
    /** @param bytes in all until now. @returns bytes a second; null before there is anything to go by */
    next(bytes: number): number | null {
      const at = now();
      const last = marks.at(-1);
      if (last !== undefined && (at - last.at < STEP_MS || bytes < last.bytes)) return rate;
      marks = [...marks.filter((mark) => at - mark.at <= WINDOW_MS), { at, bytes }];
      const first = marks[0];
      if (first !== undefined && at > first.at) rate = ((bytes - first.bytes) * 1_000) / (at - first.at);
      return rate;
    },
  };
}
