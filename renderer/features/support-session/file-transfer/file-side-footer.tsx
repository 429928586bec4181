import type { FileEntry } from '#app/contracts/file-transfer.ts';
import type { FileSide } from '#app/contracts/files-port.ts';
import { fileSizeText } from '../../../file-size-text.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './file-side-pane.module.css';
import type { FileSideState, FilesView } from './files-view.ts';
import { literalName } from './literal-name.ts';

type Props = {
  side: FileSide;
  state: FileSideState;
  rows: readonly FileEntry[];
  /** What is selected. */
  names: readonly string[];
  files: FilesView | null;
};

/** Under a list: how much there is and is selected, or why the last thing was not done. */
export function FileSideFooter({ side, state, rows, names, files }: Props) {
  const { listing, trouble } = state;
  const refused = listing === null ? null : state.refused;
  const problem = trouble?.problem ?? refused;
  if (problem !== null) {
    const text = t(`files.problem.${problem}`);
    const name = trouble?.name ?? null;
    return (
      <footer className={styles.trouble} role="alert">
        <bdi className={styles.troubleText}>
          {name === null ? text : t('files.problem-of', { name: literalName(name), problem: text })}
        </bdi>
        <Button label={t('files.dismiss')} icon="close" iconOnly onPress={() => files?.dismiss(side)} />
      </footer>
    );
  }
  const chosen = new Set(names);
  const size = rows.reduce((sum, row) => sum + (chosen.has(row.name) ? (row.size ?? 0) : 0), 0);
  return (
    <footer className={styles.footer}>
      {listing !== null && listing.entries.length < listing.count ? (
        <span>{t('files.cut', { shown: listing.entries.length, count: listing.count })}</span>
      ) : (
        <span>{listing !== null && t('files.count', { count: rows.length })}</span>
      )}
      {names.length > 0 && (
        <span>
          {[t('files.selected', { count: names.length }), ...(size > 0 ? [fileSizeText(size)] : [])].join(
            ', ',
          )}
        </span>
      )}
      {state.isLoading && <span className={styles.reading}>{t('files.loading')}</span>}
    </footer>
  );
}
