import { useEffect, useState } from 'react';
import type { SavedView } from '#app/contracts/preferences.ts';
import { useConsole } from '../../store/console-context.tsx';
import { followViewCounts, NOT_COUNTED, type ViewCounts } from '../../store/follow-view-counts.ts';
import { searchWords } from '../../store/search-words.ts';

/** How many items each saved view has; nothing is counted in a hidden window. */
export function useViewCounts(views: readonly SavedView[]): ViewCounts {
  const { rows, store } = useConsole();
  const [counts, setCounts] = useState(NOT_COUNTED);
  useEffect(() => {
    if (views.length === 0) return;
    return followViewCounts({
      rows,
      views,
      searchWords,
      now: Date.now,
      aheadMs: () => store.getState().applianceAheadMs,
      idle(work) {
        const id = requestIdleCallback(work);
        return () => cancelIdleCallback(id);
      },
      every(ms, look) {
        const timer = setInterval(() => {
          if (document.visibilityState === 'visible') look();
        }, ms);
        return () => clearInterval(timer);
      },
      tell: setCounts,
    });
  }, [rows, store, views]);
  return counts;
}
