import { useRef, useState } from 'react';
import { Menu, MenuItem } from 'react-aria-components';
import { type ActionView, useAction } from '../../actions/use-action.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import menu from '../../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../../ui/menu-at.tsx';

/** Create (R1.4): which kind of shortcut, or many from a file. Where nothing may be created, it says why. */
export function CreateButton() {
  const rdp = useAction('create-local-rdp');
  const vnc = useAction('create-local-vnc');
  const fromFile = useAction('import');
  const button = useRef<HTMLButtonElement>(null);
  const [place, setPlace] = useState<MenuPlace | null>(null);
  const label = t('action.create');
  return (
    <>
      <Button
        ref={button}
        label={label}
        icon="plus"
        labelMayHide
        menu={place === null ? 'closed' : 'open'}
        isDisabled={!rdp.isAvailable}
        hint={rdp.reason ?? `${label} (${rdp.shortcut})`}
        onPress={() => setPlace(under(button.current))}
      >
        <Icon name="chevron-down" />
      </Button>
      {place !== null && (
        <MenuAt at={place} label={label} onClose={() => setPlace(null)}>
          <CreateMenu
            entries={[
              { ...rdp, label: t('create.entry.create-local-rdp') },
              { ...vnc, label: t('create.entry.create-local-vnc') },
              fromFile,
            ]}
            label={label}
            onClose={() => setPlace(null)}
          />
        </MenuAt>
      )}
    </>
  );
}

type MenuProps = { entries: readonly ActionView[]; label: string; onClose: () => void };

function CreateMenu({ entries, label, onClose }: MenuProps) {
  return (
    <Menu className={menu.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
      {entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          className={menu.item ?? ''}
          onAction={entry.run}
          textValue={entry.label}
        >
          <span className={menu.label}>{entry.label}</span>
          <kbd className={menu.shortcut}>{entry.shortcut}</kbd>
        </MenuItem>
      ))}
    </Menu>
  );
}

function under(button: HTMLElement | null): MenuPlace | null {
  if (button === null) return null;
  const { left, bottom } = button.getBoundingClientRect();
  return { x: left, y: bottom + 2 };
}
