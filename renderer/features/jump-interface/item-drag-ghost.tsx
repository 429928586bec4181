import type { RefObject } from 'react';
import { aboutItems } from '../../actions/change-availability.ts';
import { useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './item-drag-ghost.module.css';

/** What follows the pointer while items are dragged: which they are, and what a drop here would do or why it may not. */
export function ItemDragGhost({ ref }: { ref: RefObject<HTMLDivElement | null> }) {
  const drag = useConsoleState((state) => state.itemDrag);
  if (drag === null) return null;
  const { items, target } = drag;
  const kind = target === null ? 'nowhere' : target.drop === null ? 'refused' : 'allowed';
  return (
    <div
      ref={ref}
      role="status"
      className={styles.ghost}
      data-several={items.length > 1 || undefined}
      data-drop={kind}
    >
      <bdi className={styles.what}>{aboutItems(items)}</bdi>
      <span className={styles.where}>
        {kind === 'refused' && <Icon name="warning" />}
        <span>{target?.text ?? t('drag.nowhere')}</span>
      </span>
    </div>
  );
}
