import { useConsole, useConsoleState, useJumpItemList } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import styles from './status-bar.module.css';

/** Below: the true counts of what is listed, letter for letter as R1.7 says, and how many rows are selected. */
export function StatusBar({ isJumpInterface }: { isJumpInterface: boolean }) {
  const { rows } = useConsole();
  const list = useJumpItemList();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  const selected = [...selectedIds].filter((id) => rows.get(id) !== undefined).length;
  return (
    <footer className={styles.bar}>
      {isJumpInterface && (
        <>
          <p className={styles.summary}>{t('jump-interface.summary', list.summary)}</p>
          {selected > 0 && <p>{t('jump-interface.selected', { count: selected })}</p>}
        </>
      )}
    </footer>
  );
}
