import { Menu, MenuItem } from 'react-aria-components';
import { useAction } from '../../actions/use-action.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../../ui/menu-at.tsx';

type Props = { at: MenuPlace; onClose: () => void };

/** The row's context menu (R1.8): the same actions as everywhere else, about the selected items. */
export function JumpItemMenu({ at, onClose }: Props) {
  const jump = useAction('jump');
  return (
    <MenuAt at={at} onClose={onClose}>
      <Menu className={menu.menu ?? ''} aria-label={t('jump-items.menu')} autoFocus="first" onClose={onClose}>
        <MenuItem
          className={menu.item ?? ''}
          isDisabled={!jump.isAvailable}
          onAction={jump.run}
          textValue={jump.label}
        >
          {jump.icon && <Icon name={jump.icon} />}
          <span className={menu.label}>{jump.label}</span>
          <kbd className={menu.shortcut}>{jump.shortcut}</kbd>
        </MenuItem>
      </Menu>
    </MenuAt>
  );
}
