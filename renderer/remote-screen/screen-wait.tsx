import { useState } from 'react';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useNow } from '../ui/use-now.ts';
import styles from './screen-wait.module.css';

/** From then on a wait is longer than a connection takes, and it is said what is missing. */
export const LATE_MS = 10_000;

type Props = {
  /** What is waited for. */
  what: string;
  /** What is missing, once it takes longer than it should. */
  late: string;
  onCancel: () => void;
};

/** What stands where a remote screen is about to be: what it waits for, for how long already, and a way out of it. */
export function ScreenWait({ what, late, onCancel }: Props) {
  const [since] = useState(Date.now);
  const waited = Math.max(0, useNow(true) - since);
  const isLate = waited >= LATE_MS;
  return (
    <div className={styles.wait}>
      <div role="status">
        <p className={styles.what}>
          <Spinner />
          {what}
        </p>
        <p className={styles.late}>{isLate && late}</p>
      </div>
      <div className={styles.ways}>
        <Button label={t('screen-wait.cancel')} look="outlined" onPress={onCancel} />
        <span className={styles.seconds} aria-hidden="true">
          {isLate && t('screen-wait.seconds', { seconds: Math.floor(waited / 1_000) })}
        </span>
      </div>
    </div>
  );
}
