import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import styles from './loading-line.module.css';

type Props = { loading: JumpItemList['loading'] };

/** While the snapshot comes in: how far it is, as a line over the table that moves nothing. */
export function LoadingLine({ loading }: Props) {
  if (loading === null || loading.total === 0) return null;
  const share = Math.min(1, loading.known / loading.total);
  return (
    <div className={styles.line}>
      <div className={styles.bar} style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}

/** The same in words, where the toolbar has room for them. */
export function LoadingText({ loading }: Props) {
  return (
    <span className={styles.text} role="status">
      {loading !== null && loading.total > 0 && t('jump-interface.loading', loading)}
    </span>
  );
}
