import type { ReactNode } from 'react';
import type { ConsoleMessage } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './messages.module.css';

type Props = {
  kind: ConsoleMessage['kind'];
  icon: IconName;
  /** Told at the next pause; else at once. */
  isCalm: boolean;
  children: ReactNode;
  onDismiss: () => void;
  /** The pointer or the focus came in (true) or left. */
  onAttention?: (isThere: boolean) => void;
};

/** What every message has: its icon, its text, and the button that takes it away. */
export function MessageFrame({ kind, icon, isCalm, children, onDismiss, onAttention }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what it listens to keeps it in sight, and does nothing else
    <div
      className={styles.message}
      data-kind={kind}
      role={isCalm ? 'status' : 'alert'}
      onPointerEnter={() => onAttention?.(true)}
      onPointerLeave={() => onAttention?.(false)}
      onFocus={() => onAttention?.(true)}
      onBlur={() => onAttention?.(false)}
    >
      <Icon name={icon} />
      {children}
      <button type="button" className={styles.dismiss} aria-label={t('messages.dismiss')} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
