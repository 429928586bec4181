import { memo } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { ColumnsMenu } from './columns-menu.tsx';
import styles from './jump-item-table.module.css';

/** At the head's right end: which columns are shown. */
export const ColumnsButton = memo(function ColumnsButton() {
  return (
    <MenuTrigger>
      <Button className={styles.columnsButton ?? ''} aria-label={t('columns.label')}>
        <Icon name="columns" />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end" offset={2}>
        <ColumnsMenu />
      </Popover>
    </MenuTrigger>
  );
});
