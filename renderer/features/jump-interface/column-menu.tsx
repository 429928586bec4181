import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { ColumnId } from '../../store/jump-item-query.ts';
import { isColumnId } from '../../store/jump-item-query.ts';
import { selectLayout } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../../ui/menu-at.tsx';
import { chooseColumns, pinColumn, stepColumn } from './column-layout.ts';
import { sortBy, sortingOfShown, unsort } from './column-sorting.ts';
import { defaultWidth } from './columns.tsx';
import { ColumnsMenu } from './columns-menu.tsx';

type Props = { id: ColumnId; at: MenuPlace; onFit: () => void; onClose: () => void };

/** A header's context menu (R1.3): what the pointer does to a column, for the keyboard, too. */
export function ColumnMenu({ id, at, onFit, onClose }: Props) {
  const { store } = useConsole();
  const { columns, sorting } = useConsoleState(selectLayout);
  const { changeLayout } = store.getState();
  const label = t('column-menu.label', { column: t(`column.${id}`) });
  const sorted = sorting.find(({ column }) => column === id);
  const isPinned = columns.find((column) => column.id === id)?.isPinned ?? false;
  const [toLeft, toRight] = [stepColumn(columns, id, -1), stepColumn(columns, id, 1)];
  const others = columns.flatMap((column) => (isColumnId(column.id) && column.id !== id ? [column.id] : []));
  const sort = (descending: boolean) => changeLayout({ sorting: sortBy(sorting, id, descending) });
  return (
    <MenuAt at={at} label={label} onClose={onClose}>
      <Menu className={menu.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
        <Entry
          text={t('column-menu.sort-ascending')}
          run={() => sort(false)}
          isOff={sorted?.descending === false}
        />
        <Entry
          text={t('column-menu.sort-descending')}
          run={() => sort(true)}
          isOff={sorted?.descending === true}
        />
        <Entry
          text={t('column-menu.unsort')}
          run={() => changeLayout({ sorting: unsort(sorting, id) })}
          isOff={sorted === undefined}
        />
        <Separator className={menu.separator ?? ''} />
        <Entry
          text={t('column-menu.move-left')}
          run={() => toLeft && changeLayout({ columns: toLeft })}
          isOff={toLeft === null}
        />
        <Entry
          text={t('column-menu.move-right')}
          run={() => toRight && changeLayout({ columns: toRight })}
          isOff={toRight === null}
        />
        <Entry
          text={t(isPinned ? 'column-menu.unpin' : 'column-menu.pin')}
          run={() => changeLayout({ columns: pinColumn(columns, id, !isPinned) })}
        />
        <Entry text={t('column-menu.fit')} run={onFit} />
        <Separator className={menu.separator ?? ''} />
        <Entry
          text={t('column-menu.hide')}
          run={() => {
            const left = chooseColumns(columns, new Set(others), defaultWidth);
            changeLayout({ columns: left, sorting: sortingOfShown(sorting, left) });
          }}
          isOff={others.length === 0}
        />
        <SubmenuTrigger>
          <MenuItem className={menu.item ?? ''} textValue={t('columns.label')}>
            <span className={menu.label}>{t('columns.label')}</span>
            <Icon name="chevron-right" />
          </MenuItem>
          <Popover className={menu.popover ?? ''}>
            <ColumnsMenu />
          </Popover>
        </SubmenuTrigger>
      </Menu>
    </MenuAt>
  );
}

function Entry({ text, run, isOff = false }: { text: string; run: () => void; isOff?: boolean }) {
  return (
    <MenuItem className={menu.item ?? ''} textValue={text} onAction={run} isDisabled={isOff}>
      <span className={menu.label}>{text}</span>
    </MenuItem>
  );
}
