import { useConsole, useConsoleState, useJumpItemList, useSelectedRows } from '../store/console-context.tsx';
import { countUnlisted } from '../store/selected-rows.ts';
import { t } from '../texts.ts';
import styles from './status-bar.module.css';

/** Below: the true counts of what is listed, letter for letter as R1.7 says, and how many rows are selected. */
export function StatusBar({ isJumpInterface }: { isJumpInterface: boolean }) {
  const { rows } = useConsole();
  const list = useJumpItemList();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  const listed = useSelectedRows();
  const unlisted = countUnlisted(rows, selectedIds, listed);
  const count = listed.length + unlisted;
  return (
    <footer className={styles.bar}>
      {isJumpInterface && (
        <>
          <p className={styles.summary}>{t('jump-interface.summary', list.summary)}</p>
          {count > 0 && <p>{t('jump-interface.selected', { count, unlisted })}</p>}
        </>
      )}
    </footer>
  );
}
