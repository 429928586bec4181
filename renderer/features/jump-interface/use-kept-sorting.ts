import { functionalUpdate, type OnChangeFn, type SortingState } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { selectLayout } from '../../store/selectors.ts';

/** The table's sorting lives in the preferences: a click on a header changes them, and they list anew. */
export function useKeptSorting() {
  const { store } = useConsole();
  const kept = useConsoleState((state) => selectLayout(state).sorting);
  const sorting = useMemo<SortingState>(
    () => kept.map(({ column, descending }) => ({ id: column, desc: descending })),
    [kept],
  );
  const onSortingChange: OnChangeFn<SortingState> = (updater) => {
    const next = functionalUpdate(updater, sorting);
    store.getState().changeLayout({
      sorting: next.map(({ id, desc }) => ({ column: id, descending: desc })),
    });
  };
  return { state: useMemo(() => ({ sorting }), [sorting]), onSortingChange };
}
