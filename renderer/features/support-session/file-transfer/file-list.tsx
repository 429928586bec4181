// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the grid's
// biome-ignore-all lint/a11y/useSemanticElements: only the rows in sight are drawn, which a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the row that it is on
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import type { FileEntry } from '#app/contracts/file-transfer.ts';
import type { FileSide } from '#app/contracts/files-port.ts';
import { fileSizeText } from '../../../file-size-text.ts';
import { t } from '../../../texts.ts';
import { formatDateTime } from '../../../time.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { MenuPlace } from '../../../ui/menu-at.tsx';
import { WrittenText } from '../../../ui/written-text.tsx';
import styles from './file-list.module.css';
import { FileListHead } from './file-list-head.tsx';
import { type FileListKeys, handleFileListKey } from './file-list-keys.ts';
import { type FileSorting, isFolder } from './file-rows.ts';
import { type FileSelection, select } from './file-selection.ts';
import { draggedFrom, isDraggedFrom, startDrag } from './list-instead.tsx';
import { literalName } from './literal-name.ts';

/** `--row` of tokens.css, which is also the head's. */
const ROW_HEIGHT = 28;
const OVERSCAN = 10;

type Props = Omit<FileListKeys, 'rows' | 'selection' | 'rowsInSight' | 'openMenu'> & {
  side: FileSide;
  rows: readonly FileEntry[];
  selection: FileSelection;
  sorting: FileSorting;
  onSorting: (sorting: FileSorting) => void;
  onDropped: (names: readonly string[]) => void;
  onMenu: (at: MenuPlace) => void;
  ref: Ref<HTMLDivElement>;
};

/** A folder's files. Only those in sight are drawn; the keyboard is in one of them. */
export function FileList({ side, rows, selection, sorting, ref, ...props }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [isTarget, setIsTarget] = useState(false);
  const height = frame.current?.clientHeight ?? 800;
  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN);
  const drawn = rows.slice(first, Math.ceil((top + height) / ROW_HEIGHT) + OVERSCAN);
  const order = rows.map(({ name }) => name);
  const focusedAt = selection.focused === null ? -1 : order.indexOf(selection.focused);

  useEffect(() => {
    const element = frame.current;
    if (element === null || focusedAt < 0) return;
    const rowTop = focusedAt * ROW_HEIGHT;
    const lowest = rowTop + 2 * ROW_HEIGHT - element.clientHeight;
    element.scrollTop = Math.min(rowTop, Math.max(element.scrollTop, lowest));
  }, [focusedAt]);

  const choose = (event: MouseEvent, name: string): void => {
    const mode = event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'toggle' : 'only';
    props.onSelection(select(selection, order, name, mode));
  };
  const openMenu = (at: MenuPlace): void => props.onMenu(at);
  const onKeyDown = (event: KeyboardEvent): void => {
    const rowsInSight = Math.max(1, Math.floor(height / ROW_HEIGHT) - 2);
    const menuAt = () => {
      const box = frame.current?.getBoundingClientRect();
      const y = (Math.max(0, focusedAt) + 2) * ROW_HEIGHT - (frame.current?.scrollTop ?? 0);
      openMenu({ x: (box?.left ?? 0) + 32, y: (box?.top ?? 0) + y });
    };
    if (!handleFileListKey(event, { ...props, rows, selection, rowsInSight, openMenu: menuAt })) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const otherSide = side === 'here' ? 'there' : 'here';

  return (
    <div
      className={styles.list}
      ref={(element) => {
        frame.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref !== null) ref.current = element;
      }}
      role="grid"
      tabIndex={0}
      aria-label={t(`files.${side}`)}
      aria-description={t('files.keys')}
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={focusedAt >= 0 ? `${id}-${focusedAt}` : undefined}
      data-target={isTarget || undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!isDraggedFrom(event.dataTransfer, otherSide)) return;
        event.preventDefault();
        setIsTarget(true);
      }}
      onDragLeave={() => setIsTarget(false)}
      onDrop={(event) => {
        setIsTarget(false);
        const names = draggedFrom(event.dataTransfer, otherSide);
        if (names !== null) props.onDropped(names);
      }}
    >
      <FileListHead sorting={sorting} onSorting={props.onSorting} />
      <div className={styles.rows} role="rowgroup" style={{ height: rows.length * ROW_HEIGHT }}>
        {drawn.map((row, place) => {
          const index = first + place;
          const isSelected = selection.names.has(row.name);
          return (
            <div
              key={row.name}
              id={`${id}-${index}`}
              role="row"
              className={styles.row}
              style={{ top: index * ROW_HEIGHT }}
              aria-rowindex={index + 2}
              aria-selected={isSelected}
              data-focused={index === focusedAt || undefined}
              draggable
              onClick={(event) => choose(event, row.name)}
              onDoubleClick={() => props.open(row.name)}
              onContextMenu={(event) => {
                event.preventDefault();
                if (!isSelected) choose(event, row.name);
                openMenu({ x: event.clientX, y: event.clientY });
              }}
              onDragStart={(event) => {
                if (!isSelected) choose(event, row.name);
                const names = isSelected ? order.filter((name) => selection.names.has(name)) : [row.name];
                startDrag(event.dataTransfer, side, names);
              }}
            >
              <FileCells row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FileCells({ row }: { row: FileEntry }) {
  const icon = row.kind === 'link' ? 'link' : isFolder(row) ? 'group' : 'file';
  return (
    <>
      <span role="gridcell" className={styles.name} data-kind={isFolder(row) ? 'folder' : row.kind}>
        <Icon name={icon} />
        <span className="only-spoken">{t(`files.kind.${row.kind}`)}</span>
        <WrittenText className={styles.written}>{literalName(row.name)}</WrittenText>
      </span>
      <span role="gridcell" className={styles.size}>
        {row.size === null ? '' : fileSizeText(row.size)}
      </span>
      <span role="gridcell" className={styles.modified}>
        {row.modifiedAt === null ? '' : formatDateTime(row.modifiedAt)}
      </span>
    </>
  );
}
