import { Menu, MenuItem } from 'react-aria-components';
import { useAction } from '../actions/use-action.ts';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import menu from '../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../ui/menu-at.tsx';

type Props = { name: string; at: MenuPlace; onClose: () => void };

/** What can be done with the tab that is shown. */
export function TabMenu({ name, at, onClose }: Props) {
  const label = t('tab.menu', { name });
  const actions = [
    useAction('rename-tab'),
    useAction('reset-tab-name'),
    useAction('move-tab-left'),
    useAction('move-tab-right'),
    useAction('end-session'),
  ];
  return (
    <MenuAt at={at} label={label} onClose={onClose}>
      <Menu className={menu.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
        {actions.map(({ id, label: text, icon, shortcut, isAvailable, run }) => (
          <MenuItem
            key={id}
            id={id}
            className={menu.item ?? ''}
            isDisabled={!isAvailable}
            textValue={text}
            onAction={run}
          >
            {icon && <Icon name={icon} />}
            <span className={menu.label}>{text}</span>
            <kbd className={menu.shortcut}>{shortcut}</kbd>
          </MenuItem>
        ))}
      </Menu>
    </MenuAt>
  );
}
