import { useEffect, useMemo, useRef, useState } from 'react';
import type { FileSide } from '#app/contracts/files-port.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import type { MenuPlace } from '../../../ui/menu-at.tsx';
import { ToggleButton } from '../../../ui/toggle-button.tsx';
import type { FileDialogOf } from './file-dialog.tsx';
import { FileList } from './file-list.tsx';
import { FileMenu } from './file-menu.tsx';
import { type FileSorting, fileRows, isFolder } from './file-rows.ts';
import { NOTHING_SELECTED, stillListed } from './file-selection.ts';
import { FileSideFooter } from './file-side-footer.tsx';
import styles from './file-side-pane.module.css';
import type { FileSideState, FilesView } from './files-view.ts';
import { FolderTrail } from './folder-trail.tsx';
import { ListInstead } from './list-instead.tsx';

type Props = {
  side: FileSide;
  state: FileSideState;
  files: FilesView | null;
  canTransfer: boolean;
  /** The keyboard was here last: of the two buttons that transfer, this side's stands out. */
  isUsed: boolean;
  link: SessionLinkState;
  onAsk: (asked: FileDialogOf) => void;
  onUsed: () => void;
};

/** One computer: where one is, what is in it, and what can be done with it. */
export function FileSidePane({ side, state, files, canTransfer, isUsed, link, onAsk, onUsed }: Props) {
  const { listing } = state;
  const [sorting, setSorting] = useState<FileSorting>({ by: 'name', descending: false });
  const [showHidden, setShowHidden] = useState(false);
  const [chosen, setSelection] = useState(NOTHING_SELECTED);
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { rows, hidden } = useMemo(
    () => fileRows(listing?.entries ?? [], { sorting, showHidden }),
    [listing, sorting, showHidden],
  );
  const selection = useMemo(
    () =>
      stillListed(
        chosen,
        rows.map(({ name }) => name),
      ),
    [chosen, rows],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another folder begins with nothing selected
  useEffect(() => setSelection(NOTHING_SELECTED), [listing?.path]);

  const names = rows.flatMap(({ name }) => (selection.names.has(name) ? [name] : []));
  const isReachable = side === 'here' || link === 'connected';
  const above = listing?.trail.at(-2)?.path;
  const transfer = (): void => {
    if (canTransfer) files?.transfer(side, names);
  };
  const act = {
    open: (name: string): void => {
      const entry = rows.find((row) => row.name === name);
      if (listing === null || entry === undefined) return;
      if (isFolder(entry)) files?.open(side, { at: 'child', path: listing.path, name });
      else if (canTransfer) files?.transfer(side, [name]);
    },
    up: (): void => {
      if (above !== undefined) files?.open(side, { at: 'folder', path: above });
    },
    refresh: (): void => files?.refresh(side),
    rename: (): void => {
      const [name] = names;
      if (name !== undefined && names.length === 1) onAsk({ ask: 'rename', name });
    },
    delete: (): void => {
      if (names.length > 0) onAsk({ ask: 'delete', names });
    },
    transfer,
  };

  return (
    <section className={styles.side} aria-label={t(`files.${side}`)} onFocus={onUsed}>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t(`files.${side}`)}</h2>
        <span className={styles.space} />
        <ToggleButton label={t('files.hidden')} isOn={showHidden} onChange={setShowHidden} />
        <Button
          label={t('files.new-folder')}
          icon="new-folder"
          iconOnly
          isDisabled={!isReachable || listing === null}
          onPress={() => onAsk({ ask: 'new-folder' })}
        />
        <Button
          label={t('files.refresh')}
          hint={`${t('files.refresh')} (F5)`}
          icon="refresh"
          iconOnly
          isDisabled={!isReachable}
          onPress={act.refresh}
        />
        <Button
          label={t(side === 'here' ? 'files.upload' : 'files.download')}
          hint={t(side === 'here' ? 'files.upload-hint' : 'files.download-hint')}
          icon={side === 'here' ? 'arrow-right' : 'arrow-left'}
          look={names.length > 0 && canTransfer && isUsed ? 'primary' : 'outlined'}
          isDisabled={!canTransfer || names.length === 0}
          onPress={transfer}
        />
      </header>
      <div className={styles.bar}>
        <Button
          label={t('files.up')}
          icon="arrow-up"
          iconOnly
          isDisabled={!isReachable || above === undefined}
          onPress={act.up}
        />
        {listing !== null && (
          <FolderTrail
            side={side}
            trail={listing.trail}
            isDisabled={!isReachable}
            onChosen={(path) => files?.open(side, { at: 'folder', path })}
          />
        )}
      </div>
      <div className={styles.body} data-dimmed={!isReachable || undefined}>
        {rows.length > 0 && (
          <FileList
            ref={list}
            side={side}
            rows={rows}
            selection={selection}
            sorting={sorting}
            onSelection={setSelection}
            onSorting={setSorting}
            onDropped={(dropped) => {
              if (canTransfer) files?.transfer(side === 'here' ? 'there' : 'here', dropped);
            }}
            onMenu={setMenuAt}
            {...act}
          />
        )}
        {rows.length === 0 && (
          <ListInstead
            side={side}
            state={state}
            hidden={hidden}
            link={link}
            files={files}
            canTransfer={canTransfer}
            onShowHidden={() => setShowHidden(true)}
          />
        )}
      </div>
      <FileSideFooter side={side} state={state} rows={rows} names={names} files={files} />
      {menuAt !== null && (
        <FileMenu
          at={menuAt}
          side={side}
          names={names}
          canTransfer={canTransfer}
          canOpen={rows.some((row) => names.length === 1 && row.name === names[0] && isFolder(row))}
          act={act}
          onNewFolder={() => onAsk({ ask: 'new-folder' })}
          onClose={() => {
            setMenuAt(null);
            list.current?.focus();
          }}
        />
      )}
    </section>
  );
}
