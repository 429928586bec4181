import { Menu, MenuItem } from 'react-aria-components';
import type { FileSide } from '#app/contracts/files-port.ts';
import { t } from '../../../texts.ts';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import menu from '../../../ui/menu.module.css';
import { MenuAt, type MenuPlace } from '../../../ui/menu-at.tsx';

type Props = {
  at: MenuPlace;
  side: FileSide;
  names: readonly string[];
  canTransfer: boolean;
  canOpen: boolean;
  act: { open(name: string): void; transfer(): void; rename(): void; delete(): void; refresh(): void };
  onNewFolder: () => void;
  onClose: () => void;
};

type Entry = { id: string; label: string; icon: IconName; key: string; can: boolean; run: () => void };

/** What can be done with the selected files, by the right mouse button or the menu key. */
export function FileMenu({ at, side, names, canTransfer, canOpen, act, onNewFolder, onClose }: Props) {
  const some = names.length > 0;
  const [first = ''] = names;
  const entries: Entry[] = [
    {
      id: 'open',
      label: t('files.open'),
      icon: 'group',
      key: 'Enter',
      can: canOpen,
      run: () => act.open(first),
    },
    {
      id: 'transfer',
      label: t(side === 'here' ? 'files.upload' : 'files.download'),
      icon: side === 'here' ? 'arrow-right' : 'arrow-left',
      key: 'Ctrl+Enter',
      can: some && canTransfer,
      run: act.transfer,
    },
    {
      id: 'rename',
      label: t('files.rename'),
      icon: 'file',
      key: 'F2',
      can: names.length === 1,
      run: act.rename,
    },
    { id: 'delete', label: t('files.delete'), icon: 'remove', key: 'Delete', can: some, run: act.delete },
    {
      id: 'new-folder',
      label: t('files.new-folder'),
      icon: 'new-folder',
      key: '',
      can: true,
      run: onNewFolder,
    },
    { id: 'refresh', label: t('files.refresh'), icon: 'refresh', key: 'F5', can: true, run: act.refresh },
  ];
  return (
    <MenuAt at={at} label={t('files.menu')} onClose={onClose}>
      <Menu className={menu.menu ?? ''} aria-label={t('files.menu')} autoFocus="first" onClose={onClose}>
        {entries.map(({ id, label, icon, key, can, run }) => (
          <MenuItem
            key={id}
            id={id}
            className={menu.item ?? ''}
            isDisabled={!can}
            onAction={run}
            textValue={label}
          >
            <Icon name={icon} />
            <span className={menu.label}>{label}</span>
            <kbd className={menu.shortcut}>{key}</kbd>
          </MenuItem>
        ))}
      </Menu>
    </MenuAt>
  );
}
