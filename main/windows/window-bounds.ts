import { z } from 'zod';
import { writeDurably } from '../files/durable-file.ts';
import { readCheckedFile } from '../files/read-checked-file.ts';
import type { Log } from '../logging/log.ts';

export const DEFAULT_SIZE = { width: 1280, height: 800 } as const;
export const SMALLEST_SIZE = { width: 900, height: 560 } as const;

const Bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST_SIZE.width),
  height: z.int().min(SMALLEST_SIZE.height),
});
type Bounds = z.infer<typeof Bounds>;
const BoundsFile = z.strictObject({ version: z.literal(1), bounds: Bounds, isMaximized: z.boolean() });

export type WindowPlace = {
  bounds: Partial<Bounds> & { width: number; height: number };
  isMaximized: boolean;
};

type Options = {
  path: string;
  now: () => number;
  log: Log;
  /** The work areas of the displays that are there now. */
  displays: () => readonly { x: number; y: number; width: number; height: number }[];
};

/** Where the window was when the console ended. */
export function createWindowBounds({ path, now, log, displays }: Options) {
  return {
    /** A place on a display that is gone is forgotten; its size stays. */
    recall(): WindowPlace {
      const file = readCheckedFile({ path, schema: BoundsFile, now: now() });
      if (file.state !== 'read') return { bounds: DEFAULT_SIZE, isMaximized: false };
      const { bounds, isMaximized } = file.value;
      const isVisible = displays().some((area) => overlaps(area, bounds));
      const { width, height } = bounds;
      return { bounds: isVisible ? bounds : { width, height }, isMaximized };
    },
    keep(bounds: Bounds, isMaximized: boolean): void {
      try {
        writeDurably(path, JSON.stringify({ version: 1, bounds, isMaximized }));
      } catch (error) {
        log.warn({ err: error }, "the window's place cannot be kept"); // not worth disturbing anybody
      }
    },
  };
}

/** Enough of the title bar can be reached to move the window. */
function overlaps(area: Bounds, window: Bounds): boolean {
  const reach = 64;
  return (
    window.x + window.width > area.x + reach &&
    window.x < area.x + area.width - reach &&
    window.y >= area.y - reach &&
    window.y < area.y + area.height - reach
  );
}
