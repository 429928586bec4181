import type { FileSide } from '#app/contracts/files-port.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import type { FileSideState, FilesView } from './files-view.ts';
import styles from './list-instead.module.css';

type Props = {
  side: FileSide;
  state: FileSideState;
  /** Hidden files that are not listed. */
  hidden: number;
  link: SessionLinkState;
  files: FilesView | null;
  canTransfer: boolean;
  onShowHidden: () => void;
};

/** Where no file is listed: why, and what can be done about it. It takes what is dragged into an empty folder. */
export function ListInstead({ side, state, hidden, link, files, canTransfer, onShowHidden }: Props) {
  const { listing, refused } = state;
  const isLost = side === 'there' && link !== 'connected';
  return (
    <div
      className={styles.instead}
      role="status"
      onDragOver={(event) => {
        if (canTransfer) event.preventDefault();
      }}
      onDrop={(event) => {
        const names = draggedFrom(event.dataTransfer, side === 'here' ? 'there' : 'here');
        if (names !== null && canTransfer) files?.transfer(side === 'here' ? 'there' : 'here', names);
      }}
    >
      {listing === null && refused === null && (
        <p>{isLost ? t(`session-link.${link}`) : t('files.loading')}</p>
      )}
      {listing === null && refused !== null && (
        <>
          <p>{t(`files.problem.${refused}`)}</p>
          <Button
            label={t('files.try-again')}
            look="outlined"
            isDisabled={isLost}
            onPress={() => files?.refresh(side)}
          />
        </>
      )}
      {listing !== null && hidden === 0 && <p>{t('files.empty')}</p>}
      {listing !== null && hidden > 0 && (
        <>
          <p>{t('files.all-hidden', { count: hidden })}</p>
          <Button label={t('files.show-hidden')} look="outlined" onPress={onShowHidden} />
        </>
      )}
    </div>
  );
}

const DRAGGED = 'application/x-jump-console-files-';

/** Puts names from a side on a drag. */
export function startDrag(data: DataTransfer, side: FileSide, names: readonly string[]): void {
  data.setData(DRAGGED + side, JSON.stringify(names));
  data.effectAllowed = 'copy';
}

/** True for a drag that began on this side; its names can be read only where it is dropped. */
export function isDraggedFrom(data: DataTransfer, side: FileSide): boolean {
  return data.types.includes(DRAGGED + side);
}

/** What was dropped, or null for anything else. */
export function draggedFrom(data: DataTransfer, side: FileSide): readonly string[] | null {
  const text = data.getData(DRAGGED + side);
  return text === '' ? null : (JSON.parse(text) as string[]);
}
