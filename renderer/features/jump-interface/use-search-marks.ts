import { useMemo } from 'react';
import { useConsole, useShownColumns } from '../../store/console-context.tsx';
import type { JumpItemQuery } from '../../store/jump-item-query.ts';
import { searchScopeOf } from '../../store/listings.ts';
import { searchWords } from '../../store/search-words.ts';
import { createSearchMarks, NO_MARKS, type SearchMarks } from './search-marks.ts';

/** What the rows of a query mark; the same one as long as nothing of it changes. */
export function useSearchMarks(query: JumpItemQuery): SearchMarks {
  const { rows } = useConsole();
  const columns = useShownColumns();
  const { terms, searchFields, groupLabels } = query;
  return useMemo(() => {
    if (terms.length === 0) return NO_MARKS;
    const ids = columns.map(({ id }) => id);
    return createSearchMarks(
      terms,
      ids,
      searchScopeOf({ searchFields, groupLabels }, searchWords, rows.duplicateOf),
    );
  }, [terms, searchFields, groupLabels, columns, rows]);
}
