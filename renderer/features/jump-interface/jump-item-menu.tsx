import { Menu, MenuItem } from 'react-aria-components';
import { type ActionView, useAction } from '../../actions/use-action.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../../ui/menu-at.tsx';
import { useJumpLabel } from './use-jump-label.ts';

type Props = { at: MenuPlace; onClose: () => void };

/** The row's context menu (R1.8): the same actions as everywhere else, about the selected items. */
export function JumpItemMenu({ at, onClose }: Props) {
  const jump = { ...useAction('jump'), label: useJumpLabel() };
  const others = [
    useAction('jump-when-online'),
    useAction('stop-waiting'),
    useAction('properties'),
    useAction('sessions'),
    useAction('duplicate'),
    useAction('export'),
  ];
  const remove = useAction('remove');
  // What is about none of the selected items is left out; Jump stays, and says why it cannot be done.
  const shown: ActionView[] = [jump, ...others.filter(({ isApplicable }) => isApplicable), remove];
  return (
    <MenuAt at={at} label={t('jump-items.menu')} onClose={onClose}>
      <Menu className={menu.menu ?? ''} aria-label={t('jump-items.menu')} autoFocus="first" onClose={onClose}>
        {shown.map(({ id, label, icon, shortcut, reason, isAvailable, run }) => (
          <MenuItem
            key={id}
            id={id}
            className={menu.item ?? ''}
            isDisabled={!isAvailable}
            onAction={run}
            textValue={label}
          >
            {icon && <Icon name={icon} />}
            <span className={menu.label}>
              {label}
              {reason !== undefined && <span className={menu.reason}>{reason}</span>}
            </span>
            <kbd className={menu.shortcut}>{shortcut}</kbd>
          </MenuItem>
        ))}
      </Menu>
    </MenuAt>
  );
}
