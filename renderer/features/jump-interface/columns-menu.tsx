import { Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import type { TableLayout } from '#app/contracts/preferences.ts';
import { useConsole, useShownColumns } from '../../store/console-context.tsx';
import { COLUMN_IDS, isColumnId } from '../../store/jump-item-query.ts';
import { selectLayout } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { chooseColumns, GUIDE_COLUMNS } from './column-layout.ts';
import { sortingOfShown } from './column-sorting.ts';
import { defaultWidth } from './columns.tsx';

/** R1.3: which columns are shown; at least one always is. */
export function ColumnsMenu({ onClose }: { onClose?: () => void }) {
  const { store } = useConsole();
  const shown = useShownColumns().map(({ id }) => id);
  const show = (columns: TableLayout['columns']) => {
    const { sorting } = selectLayout(store.getState());
    store.getState().changeLayout({ columns, sorting: sortingOfShown(sorting, columns) });
  };
  const choose = (chosen: Iterable<unknown>) => {
    const ids = new Set([...chosen].map(String).filter(isColumnId));
    show(chooseColumns(selectLayout(store.getState()).columns, ids, defaultWidth));
  };
  return (
    <Menu className={menu.menu ?? ''} aria-label={t('columns.label')} {...(onClose && { onClose })}>
      <MenuSection
        selectionMode="multiple"
        aria-label={t('columns.label')}
        selectedKeys={shown}
        disallowEmptySelection
        onSelectionChange={(keys) => choose(keys === 'all' ? COLUMN_IDS : keys)}
      >
        {COLUMN_IDS.map((id) => (
          <MenuItem key={id} id={id} className={menu.item ?? ''} textValue={t(`column.${id}`)}>
            <span className={menu.check}>
              <Icon name="check" />
            </span>
            <span className={menu.label}>{t(`column.${id}`)}</span>
          </MenuItem>
        ))}
      </MenuSection>
      <Separator className={menu.separator ?? ''} />
      <MenuItem
        className={menu.item ?? ''}
        textValue={t('columns.reset')}
        onAction={() => show(GUIDE_COLUMNS)}
      >
        <span className={menu.label}>{t('columns.reset')}</span>
      </MenuItem>
    </Menu>
  );
}
