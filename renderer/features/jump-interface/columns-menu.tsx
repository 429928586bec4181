import { Menu, MenuItem, MenuSection, Separator } from 'react-aria-components';
import { useConsole, useShownColumns } from '../../store/console-context.tsx';
import { COLUMN_IDS, isColumnId } from '../../store/jump-item-query.ts';
import { selectLayout } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { chooseColumns, GUIDE_COLUMNS } from './column-layout.ts';
import { defaultWidth } from './columns.tsx';

/** R1.3: which columns are shown; at least one always is. */
export function ColumnsMenu({ onClose }: { onClose?: () => void }) {
  const { store } = useConsole();
  const shown = useShownColumns().map(({ id }) => id);
  const choose = (chosen: Iterable<unknown>) => {
    const ids = new Set([...chosen].map(String).filter(isColumnId));
    const { columns } = selectLayout(store.getState());
    store.getState().changeLayout({ columns: chooseColumns(columns, ids, defaultWidth) });
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
        onAction={() => store.getState().changeLayout({ columns: GUIDE_COLUMNS })}
      >
        <span className={menu.label}>{t('columns.reset')}</span>
      </MenuItem>
    </Menu>
  );
}
