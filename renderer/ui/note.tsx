import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './note.module.css';

type Props = { kind: 'information' | 'warning' | 'error'; children: ReactNode };

/** What is to be known in a dialog beside its fields: what stands in the way, or what follows. */
export function Note({ kind, children }: Props) {
  return (
    <div className={styles.note} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={kind === 'information' ? 'information' : 'warning'} />
      <div>{children}</div>
    </div>
  );
}
