import type { Clock } from './environment.ts';

/** How many commands a console may send in a second, whatever they are about; so many may come at once. */
export const COMMANDS_PER_SECOND = 20;
export const COMMANDS_AT_ONCE = 40;

export type CommandRate = ReturnType<typeof createCommandRate>;

/** Counts one console's commands. A command in parts counts once, a repeat counts too. */
export function createCommandRate(clock: Clock) {
  let left = COMMANDS_AT_ONCE;
  let countedAt = clock.now();
  return {
    /** One command more. False when there are too many: it is not looked at. */
    take(): boolean {
      const passed = ((clock.now() - countedAt) / 1_000) * COMMANDS_PER_SECOND;
      left = Math.min(COMMANDS_AT_ONCE, left + passed);
      countedAt = clock.now();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
