import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FileSide } from '#app/contracts/files-port.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../../texts.ts';
import { ExistsQuestion } from './exists-question.tsx';
import { FileDialog, type FileDialogOf } from './file-dialog.tsx';
import { FileSidePane } from './file-side-pane.tsx';
import styles from './file-transfer-pane.module.css';
import { type FilesView, NO_FILES } from './files-view.ts';
import { TransferList } from './transfer-list.tsx';

type Props = {
  /** Null until the session's port is there. */
  files: FilesView | null;
  link: SessionLinkState;
  visible: boolean;
};

const neverChanges = () => () => undefined;

/** This computer's folder beside one of the remote computer, and what goes from one to the other. */
export function FileTransferPane({ files, link, visible }: Props) {
  const snapshot = useSyncExternalStore(
    files?.subscribe ?? neverChanges,
    files?.snapshot ?? (() => NO_FILES),
  );
  const [dialog, setDialog] = useState<(FileDialogOf & { side: FileSide }) | null>(null);
  const [used, setUsed] = useState<FileSide>('here');
  const isUnreadHere = visible && snapshot.here.listing === null && !snapshot.here.isLoading;
  const isUnreadThere =
    visible && link === 'connected' && snapshot.there.listing === null && !snapshot.there.isLoading;
  useEffect(() => {
    if (isUnreadHere && files?.snapshot().here.refused === null) files.open('here', { at: 'home' });
  }, [files, isUnreadHere]);
  useEffect(() => {
    if (isUnreadThere && files?.snapshot().there.refused === null) files.open('there', { at: 'home' });
  }, [files, isUnreadThere]);
  const asking = snapshot.transfers.find(({ state }) => state === 'asking');

  return (
    <section className={styles.pane} aria-label={t('files.title')} hidden={!visible}>
      <div className={styles.sides}>
        {(['here', 'there'] as const).map((side) => (
          <FileSidePane
            key={side}
            side={side}
            state={snapshot[side]}
            files={files}
            canTransfer={
              link === 'connected' && snapshot.here.listing !== null && snapshot.there.listing !== null
            }
            isUsed={used === side}
            link={link}
            onUsed={() => setUsed(side)}
            onAsk={(asked) => setDialog({ ...asked, side })}
          />
        ))}
      </div>
      <TransferList transfers={snapshot.transfers} files={files} link={link} />
      {dialog !== null && files !== null && (
        <FileDialog {...dialog} files={files} onClose={() => setDialog(null)} />
      )}
      {dialog === null && visible && asking !== undefined && files !== null && (
        <ExistsQuestion key={`${asking.id} ${asking.file}`} transfer={asking} files={files} />
      )}
    </section>
  );
}
