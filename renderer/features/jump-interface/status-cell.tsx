import type { JumpItem } from '#app/domain/jump-item.ts';
import { t } from '../../texts.ts';
import { formatDateTime } from '../../time.ts';
import { HighlightedText } from './highlighted-text.tsx';
import styles from './jump-item-table.module.css';
import { statusText } from './status-text.ts';

type Props = { item: JumpItem; terms: readonly string[]; isStarting: boolean };

/** The status in a word; while a support session is being started, that. */
export function StatusCell({ item, terms, isStarting }: Props) {
  if (isStarting) return <span className={styles.starting}>{t('jump-items.starting')}</span>;
  const since = item.method === 'jump-client' ? item.presenceSince : null;
  return (
    <span title={since === null ? undefined : t('jump-items.status-since', { time: formatDateTime(since) })}>
      <HighlightedText text={statusText(item)} terms={terms} />
    </span>
  );
}
