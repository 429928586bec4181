import { useMemo } from 'react';
import { useAction } from '../actions/use-action.ts';
import { useConsole, useConsoleState, useJumpItemList, useSelectedRows } from '../store/console-context.tsx';
import { countUnlisted } from '../store/selected-rows.ts';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './status-bar.module.css';

/**
 * Below: the true counts of what is listed, letter for letter as R1.7 says, how many rows are selected and waited for,
 * and the way to the command palette.
 */
export function StatusBar({ isJumpInterface }: { isJumpInterface: boolean }) {
  const { rows } = useConsole();
  const list = useJumpItemList();
  const selectedIds = useConsoleState((state) => state.selectedIds);
  const listed = useSelectedRows();
  const unlisted = countUnlisted(rows, selectedIds, listed);
  const count = listed.length + unlisted;
  const awaited = useConsoleState((state) => state.awaitedIds.size);
  return (
    <footer className={styles.bar}>
      {isJumpInterface && <p className={styles.summary}>{t('jump-interface.summary', list.summary)}</p>}
      <p role="status" className={styles.selected} hidden={!isJumpInterface}>
        {count > 0 && t('jump-interface.selected', { count, unlisted })}
      </p>
      {awaited > 0 && <AwaitedButton count={awaited} />}
      <ListedSpoken />
      <PaletteButton />
    </footer>
  );
}

/** Says how many items are listed once all are known, and when another group or tag is chosen; the search line says it for a search. */
function ListedSpoken() {
  const list = useJumpItemList();
  const scopes = useConsoleState((state) => state.scopes);
  const isSignedIn = useConsoleState((state) => state.representative !== null);
  const isKnown = isSignedIn && list.loading === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: said for a choice, not for every change of the list
  const text = useMemo(
    () => (isKnown ? t('jump-items.listed', { count: list.rows.length }) : ''),
    [scopes, list.query.scopes, isKnown],
  );
  return (
    <p role="status" className="only-spoken">
      {text}
    </p>
  );
}

/** How many are waited for; the palette lists them. */
function AwaitedButton({ count }: { count: number }) {
  const palette = useAction('command-palette');
  return (
    <button type="button" className={styles.awaited} aria-haspopup="dialog" onClick={palette.run}>
      <Icon name="clock" />
      {t('awaited.count', { count })}
    </button>
  );
}

function PaletteButton() {
  const palette = useAction('command-palette');
  return (
    <button type="button" className={styles.palette} aria-haspopup="dialog" onClick={palette.run}>
      {palette.label}
      <kbd>{palette.shortcut?.replace('+', ' ')}</kbd>
    </button>
  );
}
