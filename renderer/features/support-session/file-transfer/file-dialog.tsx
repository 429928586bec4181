import { useEffect, useRef, useState } from 'react';
import type { FileSide } from '#app/contracts/files-port.ts';
import { isFileName } from '#app/file-transfer/file-name.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Note } from '../../../ui/note.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { WrittenText } from '../../../ui/written-text.tsx';
import styles from './file-dialog.module.css';
import type { FilesView } from './files-view.ts';
import { literalName } from './literal-name.ts';

/** What is asked before something is done in a folder. */
export type FileDialogOf =
  | { ask: 'new-folder' }
  | { ask: 'rename'; name: string }
  | { ask: 'delete'; names: readonly string[] };

type Props = FileDialogOf & { side: FileSide; files: FilesView; onClose: () => void };

const NAMES_SHOWN = 6;

export function FileDialog({ side, files, onClose, ...asked }: Props) {
  if (asked.ask === 'delete')
    return <DeleteQuestion side={side} names={asked.names} files={files} onClose={onClose} />;
  const give = (name: string) => {
    if (asked.ask === 'new-folder') files.makeFolder(side, name);
    else if (name !== asked.name) files.rename(side, asked.name, name);
  };
  const taken = files.snapshot()[side].listing?.entries.map(({ name }) => name) ?? [];
  const old = asked.ask === 'rename' ? asked.name : '';
  return <NameDialog ask={asked.ask} old={old} taken={taken} onGiven={give} onClose={onClose} />;
}

type NameProps = {
  ask: 'new-folder' | 'rename';
  old: string;
  taken: readonly string[];
  onGiven: (name: string) => void;
  onClose: () => void;
};

function NameDialog({ ask, old, taken, onGiven, onClose }: NameProps) {
  const [name, setName] = useState(old);
  const isRefused = name !== '' && !isFileName(name, { isWindows: false });
  const isTaken = name !== old && taken.includes(name);
  const problem = isRefused ? 'name-refused' : isTaken ? 'exists' : null;
  const canGive = name !== '' && problem === null;
  const submit = () => {
    if (!canGive) return;
    onGiven(name);
    onClose();
  };
  return (
    <Dialog
      title={t(`files.${ask}.title`)}
      onSubmit={submit}
      onClose={onClose}
      footerEnd={
        <>
          <Button type="submit" look="primary" label={t(`files.${ask}.do`)} isDisabled={!canGive} />
          <Button look="outlined" label={t('files.cancel')} onPress={onClose} />
        </>
      }
    >
      <TextField
        label={t('files.name')}
        value={name}
        onChange={setName}
        autoFocus
        error={problem === null ? null : t(`files.problem.${problem}`)}
      />
    </Dialog>
  );
}

type DeleteProps = { side: FileSide; names: readonly string[]; files: FilesView; onClose: () => void };

function DeleteQuestion({ side, names, files, onClose }: DeleteProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const shown = names.slice(0, names.length > NAMES_SHOWN ? NAMES_SHOWN - 1 : NAMES_SHOWN);
  return (
    <Dialog
      title={t('files.delete.title', { count: names.length, name: literalName(names[0] ?? '') })}
      sentence={t(`files.delete.sentence-${side}`)}
      role="alertdialog"
      onSubmit={() => {
        files.delete(side, names);
        onClose();
      }}
      onClose={onClose}
      footerEnd={
        <>
          <Button type="submit" look="danger" label={t('files.delete.do')} />
          <Button ref={cancel} look="outlined" label={t('files.cancel')} onPress={onClose} />
        </>
      }
    >
      {names.length > 1 && (
        <ul className={styles.names}>
          {shown.map((name) => (
            <li key={name}>
              <WrittenText className={styles.fileName}>{literalName(name)}</WrittenText>
            </li>
          ))}
          {shown.length < names.length && (
            <li className={styles.about}>{t('files.delete.more', { count: names.length - shown.length })}</li>
          )}
        </ul>
      )}
      <Note kind="warning">{t('files.delete.folders')}</Note>
    </Dialog>
  );
}
