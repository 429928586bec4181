import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './row-list.module.css';

/** In pixels; `--row` of tokens.css. */
const ROW_HEIGHT = 28;
/** Rows that are drawn beyond either end of what is in sight. */
const OVERSCAN = 6;

type Props = {
  label: string;
  count: number;
  /** The row that the keyboard is on; its details are for the caller to show. */
  active: number;
  onActive: (index: number) => void;
  row: (index: number) => ReactNode;
};

/** A list of any length, of which only the rows in sight are drawn; all rows have one height. */
export function RowList({ label, count, active, onActive, row }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [view, setView] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    return () => resizing.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(view.top / ROW_HEIGHT) - OVERSCAN);
  const end = Math.min(count, Math.ceil((view.top + view.height) / ROW_HEIGHT) + OVERSCAN);
  const moveTo = (index: number) => {
    onActive(index);
    const element = scroller.current;
    if (element === null) return;
    const top = index * ROW_HEIGHT;
    element.scrollTop = Math.min(top, Math.max(element.scrollTop, top + ROW_HEIGHT - element.clientHeight));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW_HEIGHT) - 1);
    const target = targetOf(event.key, active, page, count);
    if (target === null || count === 0) return;
    event.preventDefault();
    moveTo(Math.max(0, Math.min(count - 1, target)));
  };
  const shown = Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place);
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={active >= first && active < end ? `${id}-${active}` : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setView((before) => ({ ...before, top: currentTarget.scrollTop }))}
    >
      <div role="presentation" className={styles.space} style={{ height: count * ROW_HEIGHT }}>
        {shown.map((index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and answers the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus; aria-activedescendant names the row
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ top: index * ROW_HEIGHT }}
            onClick={() => moveTo(index)}
          >
            {row(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function targetOf(key: string, active: number, page: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active + 1;
    case 'ArrowUp':
      return active - 1;
    case 'PageDown':
      return active + page;
    case 'PageUp':
      return active - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
