import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import styles from './loading-line.module.css';

/** While the snapshot comes in: how far it is, in a line over the table that moves nothing. */
export function LoadingLine({ list }: { list: JumpItemList }) {
  if (list.loading === null || list.loading.total === 0) return null;
  const { known, total } = list.loading;
  return (
    <div className={styles.line}>
      <div className={styles.bar} style={{ transform: `scaleX(${Math.min(1, known / total)})` }} />
      <span className={styles.text} role="status">
        {t('jump-interface.loading', { known, total })}
      </span>
    </div>
  );
}
