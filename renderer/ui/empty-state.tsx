import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon, type IconName } from './icon.tsx';

type Props = { icon: IconName; title: string; text: string; children?: ReactNode };

/** What stands where nothing is to be shown: why, and what can be done about it. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.badge}>
        <Icon name={icon} />
      </span>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.ways}>{children}</div>}
    </div>
  );
}
