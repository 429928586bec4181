import { useSyncExternalStore } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { ViewCounts } from '../../store/follow-view-counts.ts';
import { selectIsViewChanged } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { formatTime } from '../../time.ts';
import styles from './saved-views-pane.module.css';

/** How many items a saved view has: the shown one what the list says, the others what was counted last. */
export function ViewCount({ viewId, counts }: { viewId: string; counts: ViewCounts }) {
  const isListed = useConsoleState((state) => state.savedViewId === viewId && !selectIsViewChanged(state));
  const count = counts.counts.get(viewId);
  if (isListed) return <ListedCount />;
  if (count === undefined) return <span className={styles.count} />;
  const at = formatTime(counts.countedAt);
  return (
    <span
      className={styles.count}
      data-old={counts.isOld || undefined}
      title={t('saved-views.counted-at', { count, at })}
    >
      {t(counts.isOld ? 'saved-views.count-old' : 'saved-views.count', { count })}
    </span>
  );
}

function ListedCount() {
  const { rows } = useConsole();
  const count = useSyncExternalStore(rows.subscribe, () => rows.getList().rows.length);
  return (
    <span className={styles.count} title={t('jump-items.listed', { count })}>
      {t('saved-views.count', { count })}
    </span>
  );
}
