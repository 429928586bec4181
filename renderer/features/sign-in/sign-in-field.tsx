import { useEffect, useId, useRef } from 'react';
import { Icon } from '../../ui/icon.tsx';
import styles from './sign-in-view.module.css';

type Props = {
  name: 'address' | 'token';
  label: string;
  hint?: string;
  value: string;
  error: string | null;
  isSecret?: boolean;
  /** Takes the focus when the view opens. */
  hasFocus: boolean;
  onChange: (value: string) => void;
};

export function SignInField({ name, label, hint, value, error, isSecret = false, ...props }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { hasFocus, onChange } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the view opens
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, []);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        name={name}
        type={isSecret ? 'password' : 'url'}
        inputMode={isSecret ? 'text' : 'url'}
        className={styles.input}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={`${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error !== null && (
          <>
            <Icon name="warning" />
            {error}
          </>
        )}
      </p>
    </div>
  );
}
