// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight are drawn, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the row that it is on
import { t } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import styles from './file-list.module.css';
import type { FileSorting } from './file-rows.ts';

const COLUMNS = ['name', 'size', 'modified'] as const;

type Props = { sorting: FileSorting; onSorting: (sorting: FileSorting) => void };

/** The columns' names; each sorts by its column, and once more the other way round. */
export function FileListHead({ sorting, onSorting }: Props) {
  return (
    <div className={styles.head} role="rowgroup">
      <div className={styles.headRow} role="row">
        {COLUMNS.map((column) => {
          const isSorted = sorting.by === column;
          return (
            <span
              key={column}
              role="columnheader"
              className={styles.header}
              data-column={column}
              aria-sort={isSorted ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() => onSorting({ by: column, descending: isSorted && !sorting.descending })}
              >
                {t(`files.column.${column}`)}
                {isSorted && (
                  <span className={styles.mark} data-descending={sorting.descending || undefined}>
                    <Icon name="chevron-down" />
                  </span>
                )}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
