import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { JumpItem } from '#app/domain/jump-item.ts';
import type { Row, Sorting, SortKey } from './floor-list.ts';

type Props = {
  readonly rows: readonly Row[];
  readonly onSearch: (input: string) => void;
  readonly onSort: (sorting: Sorting) => void;
};

const ROW_HEIGHT = 28;
const COLUMNS: Readonly<Record<SortKey, string>> = {
  name: 'Name',
  hostname: 'Hostname/IP',
  comments: 'Comments',
};

/** A search field, sortable headers, a plain array in a virtual list, and how many there are. */
export function FloorTable({ rows, onSearch, onSort }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  return (
    <>
      <input type="search" aria-label="Search" onInput={(event) => onSearch(event.currentTarget.value)} />
      <Headers onSort={onSort} />
      <div className="scroller" ref={scroller}>
        <div className="rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = rows[index]?.item;
            return item && <ItemRow key={item.id} item={item} start={start} />;
          })}
        </div>
      </div>
      <footer>{rows.length} Jump Items total.</footer>
    </>
  );
}

function Headers({ onSort }: Pick<Props, 'onSort'>) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'name', descending: false });
  const sortBy = (key: SortKey) => {
    const next = { key, descending: sorting.key === key && !sorting.descending };
    setSorting(next);
    onSort(next);
  };
  return (
    <table className="headers">
      <thead>
        <tr>
          {(Object.keys(COLUMNS) as SortKey[]).map((key) => (
            <th
              key={key}
              data-column={key}
              aria-sort={sorting.key !== key ? 'none' : sorting.descending ? 'descending' : 'ascending'}
            >
              <button type="button" onClick={() => sortBy(key)}>
                {COLUMNS[key]}
              </button>
            </th>
          ))}
        </tr>
      </thead>
    </table>
  );
}

function ItemRow({ item, start }: { readonly item: JumpItem; readonly start: number }) {
  return (
    <div className="row" style={{ transform: `translateY(${start}px)` }}>
      <span>{item.name}</span>
      <span>{item.hostname}</span>
      <span>{item.method}</span>
      <span>{item.comments}</span>
      <span>{item.jumpGroupId}</span>
    </div>
  );
}
