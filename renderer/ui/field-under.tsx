import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components';
import { t } from '../texts.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

/** What every field of a dialog takes. */
export type FieldProps = {
  label: string;
  /** Why what stands in it is refused; said beside it, at once. */
  error?: string | null | undefined;
  /** What else is to be known of it, under it: mixed values, a change by somebody else. */
  note?: ReactNode;
  isDisabled?: boolean;
  /** Keeps its value for now, and the focus. */
  isReadOnly?: boolean;
};

type Props = Pick<FieldProps, 'error' | 'note'> & {
  /** How many characters a text had that was kept out of the field; 0 for none. */
  tooMuch?: number;
};

/** Under a field's box: what fails, linked to it for screen readers, and what else is to be known. */
export function FieldUnder({ error, note, tooMuch = 0 }: Props) {
  return (
    <div className={styles.under}>
      <div aria-live="polite">
        <FieldError className={styles.error ?? ''}>
          <Icon name="warning" />
          <span>{error}</span>
        </FieldError>
        {tooMuch > 0 && (
          <p className={styles.error}>
            <Icon name="warning" />
            <span>{t('field.too-much', { count: tooMuch })}</span>
          </p>
        )}
      </div>
      {note !== undefined && note !== null && <div className={styles.note}>{note}</div>}
    </div>
  );
}
