import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { useAction } from '../../actions/use-action.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';

type Props = { at: { x: number; y: number }; onClose: () => void };

/** The row's context menu (R1.8): the same actions as everywhere else, about the selected item. */
export function JumpItemMenu({ at, onClose }: Props) {
  const place = useRef<HTMLSpanElement>(null);
  const jump = useAction('jump');
  return (
    <>
      <span ref={place} style={{ position: 'fixed', left: at.x, top: at.y }} />
      <Popover
        isOpen
        triggerRef={place}
        placement="bottom start"
        offset={2}
        className={menu.popover ?? ''}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Menu
          className={menu.menu ?? ''}
          aria-label={t('jump-items.menu')}
          autoFocus="first"
          onClose={onClose}
        >
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
      </Popover>
    </>
  );
}
