import styles from './progress-bar.module.css';

type Props = {
  label: string;
  /** From 0 to 1. */
  value: number;
};

/** How far something is that takes its time. */
export function ProgressBar({ label, value }: Props) {
  const percent = Math.round(value * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.track}
    >
      <div className={styles.bar} style={{ transform: `scaleX(${value})` }} />
    </div>
  );
}
