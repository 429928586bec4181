import { useEffect } from 'react';
import type { JumpItemList } from '../../store/jump-item-rows.ts';

const MARKS = { usable: 'jump-items-usable', whole: 'jump-items-whole' } as const;

function markOncePainted(name: string): void {
  if (performance.getEntriesByName(name, 'mark').length > 0) return;
  requestAnimationFrame(() => performance.mark(name));
}

/** Marks when the first rows, and when all of them, were painted: what the benchmark reads. */
export function useListMarks(list: JumpItemList): void {
  const hasRows = list.rows.length > 0;
  const isWhole = hasRows && list.loading === null;
  useEffect(() => {
    if (hasRows) markOncePainted(MARKS.usable);
    if (isWhole) markOncePainted(MARKS.whole);
  }, [hasRows, isWhole]);
}
