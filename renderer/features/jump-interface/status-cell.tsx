import { isJumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { HighlightedText } from './highlighted-text.tsx';
import styles from './jump-item-table.module.css';
import { ModeIcon } from './mode-icon.tsx';
import { statusSince } from './status-evidence.ts';
import { statusText } from './status-text.ts';

type Props = { item: JumpItem; terms: readonly string[]; isStarting: boolean };

/** The status in a word, and the mode (R2.9); while a support session is being started, that. Its tooltip says since when. */
export function StatusCell({ item, terms, isStarting }: Props) {
  const applianceAheadMs = useConsoleState((state) => state.applianceAheadMs);
  if (isStarting) return <span className={styles.starting}>{t('jump-items.starting')}</span>;
  return (
    <>
      <span className={styles.status} title={statusSince(item, Date.now() + applianceAheadMs)}>
        <HighlightedText text={statusText(item)} terms={terms} />
      </span>
      {isJumpClient(item) && item.presence !== 'uninstalled' && <ModeIcon mode={item.mode} />}
    </>
  );
}
