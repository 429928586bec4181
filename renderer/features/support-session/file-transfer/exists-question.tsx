import { useEffect, useRef, useState } from 'react';
import type { ExistsAnswer, Transfer } from '#app/contracts/files-port.ts';
import { fileSizeText } from '../../../file-size-text.ts';
import { t } from '../../../texts.ts';
import { formatDateTime } from '../../../time.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { WrittenText } from '../../../ui/written-text.tsx';
import styles from './file-dialog.module.css';
import type { FilesView } from './files-view.ts';
import { literalName } from './literal-name.ts';

/** Before a file takes the place of another one. Escape skips it: nothing is lost. */
export function ExistsQuestion({ transfer, files }: { transfer: Transfer; files: FilesView }) {
  const [forAll, setForAll] = useState(false);
  const safest = useRef<HTMLButtonElement>(null);
  useEffect(() => safest.current?.focus(), []);
  const answer = (chosen: ExistsAnswer) => files.answer(transfer.id, chosen, forAll);
  const { standing } = transfer;

  return (
    <Dialog
      title={t('files.exists.title')}
      sentence={t(`files.exists.sentence-${transfer.from === 'here' ? 'there' : 'here'}`)}
      role="alertdialog"
      onSubmit={() => answer('keep-both')}
      onClose={() => answer('skip')}
      footerStart={<Button look="outlined" label={t('files.exists.skip')} onPress={() => answer('skip')} />}
      footerEnd={
        <>
          <Button ref={safest} type="submit" look="primary" label={t('files.exists.keep-both')} />
          <Button look="outlined" label={t('files.exists.replace')} onPress={() => answer('replace')} />
        </>
      }
    >
      <div className={styles.what}>
        <WrittenText className={styles.fileName}>{literalName(transfer.file ?? transfer.name)}</WrittenText>
        {standing !== null && (
          <span className={styles.about}>
            {t('files.exists.standing', {
              size: standing.size === null ? t('files.exists.unknown') : fileSizeText(standing.size),
              when:
                standing.modifiedAt === null
                  ? t('files.exists.unknown')
                  : formatDateTime(standing.modifiedAt),
            })}
          </span>
        )}
      </div>
      <label className={styles.forAll}>
        <input type="checkbox" checked={forAll} onChange={(event) => setForAll(event.target.checked)} />
        {t('files.exists.for-all')}
      </label>
    </Dialog>
  );
}
