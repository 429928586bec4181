import { isGone, isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { formatDuration } from '../../time.ts';

/** For how long a computer has been up, anew each minute; nothing of one that is gone. */
export function UptimeCell({ item }: { item: JumpItem }) {
  const now = useConsoleState((state) => state.applianceTime);
  if (!isJumpClient(item) || item.bootedAt === null || isGone(item)) return null;
  return formatDuration(Math.max(0, now - item.bootedAt));
}
