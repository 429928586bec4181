import type { Count } from '../../store/jump-item-counts.ts';
import { t } from '../../texts.ts';
import styles from './jump-groups-pane.module.css';

/** How many are online, of how many; spoken in words. */
export function CountLabel({ count }: { count: Count }) {
  return (
    <span className={styles.count} title={t('jump-groups.count-spoken', count)}>
      {t('jump-groups.count', count)}
    </span>
  );
}
