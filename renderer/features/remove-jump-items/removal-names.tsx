import type { JumpClient, JumpItem } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import { t } from '../../texts.ts';
import { Note } from '../../ui/note.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { WrittenText } from '../../ui/written-text.tsx';
import styles from './remove-jump-items.module.css';

/** So many are named; the others are counted. */
const MOST_NAMED = 5;

/** The items that are asked about: the first few of them by name. */
export function RemovalNames({ items }: { items: readonly JumpItem[] }) {
  return (
    <ul className={styles.names} aria-label={t('jump-items.title')}>
      {items.slice(0, MOST_NAMED).map((item) => (
        <li key={item.id}>
          <StatusIcon status={jumpItemStatus(item)} />
          <WrittenText className={styles.name}>{item.name}</WrittenText>
          <WrittenText className={styles.hostname}>{item.hostname}</WrittenText>
        </li>
      ))}
      <More count={items.length - MOST_NAMED} />
    </ul>
  );
}

/** Who works on them now. */
export function RemovalSessions({ items, isOne }: { items: readonly JumpClient[]; isOne: boolean }) {
  if (items.length === 0) return null;
  return (
    <Note kind="warning">
      <p className={styles.sessions}>
        {isOne ? t('remove.one.session') : t('remove.some.sessions', { count: items.length })}
      </p>
      <ul>
        {items.slice(0, MOST_NAMED).map((item) => (
          <li key={item.id}>
            {!isOne && (
              <>
                <bdi>{item.name}</bdi>
                {' · '}
              </>
            )}
            <bdi>{item.inSessionWith.join(', ')}</bdi>
          </li>
        ))}
        <More count={items.length - MOST_NAMED} />
      </ul>
    </Note>
  );
}

function More({ count }: { count: number }) {
  return count > 0 ? <li className={styles.more}>{t('remove.more', { count })}</li> : null;
}
