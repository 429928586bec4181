import styles from './status-icon.module.css';

export type Status =
  | 'online'
  | 'in-session'
  | 'disabled'
  | 'passive'
  | 'offline'
  | 'uninstalled'
  | 'shortcut';

/** A status by shape and colour; the word stands in the column Status and in the statistics. */
export function StatusIcon({ status }: { status: Status }) {
  return (
    <svg className={styles.icon} data-status={status} viewBox="0 0 12 12" aria-hidden="true">
      <StatusShape status={status} />
    </svg>
  );
}

function StatusShape({ status }: { status: Status }) {
  switch (status) {
    case 'online':
      return <circle className={styles.filled} cx="6" cy="6" r="5" />;
    case 'in-session':
      return (
        <>
          <circle cx="6" cy="6" r="5" />
          <circle className={styles.filled} cx="6" cy="6" r="2.5" />
        </>
      );
    case 'passive':
      return (
        <>
          <circle cx="6" cy="6" r="4.5" />
          <path className={styles.filled} d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
        </>
      );
    case 'disabled':
      return (
        <>
          <circle cx="6" cy="6" r="4.5" />
          <path d="M3 9L9 3" />
        </>
      );
    case 'offline':
      return <circle cx="6" cy="6" r="4.5" />;
    case 'uninstalled':
      return <path d="M2 2l8 8M10 2l-8 8" />;
    case 'shortcut':
      return <path d="M1.5 2.500h9v6h-9zM4 10.500h4" />;
  }
}
