import styles from './meter.module.css';

type Props = { label: string; percent: number };

/** How much of something is used; it warns by colour, and by the number that stands beside it. */
export function Meter({ label, percent }: Props) {
  const level = percent >= 95 ? 'bad' : percent >= 85 ? 'warn' : 'plain';
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element of that name cannot be drawn like this
    <div
      className={styles.meter}
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <div className={styles.fill} data-level={level} style={{ width: `${Math.min(100, percent)}%` }} />
    </div>
  );
}
