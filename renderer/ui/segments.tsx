import { type Key, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './segments.module.css';

type Props<T extends string> = {
  /** What is chosen by it; for who does not see it. */
  label: string;
  value: T;
  options: readonly {
    readonly value: T;
    readonly label: string;
    /** Something waits there: a number, and what it counts. */
    readonly badge?: { readonly count: number; readonly spoken: string } | undefined;
  }[];
  onChange: (value: T) => void;
  isDisabled?: boolean;
};

/** One of a few, side by side. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
  isDisabled = false,
}: Props<T>) {
  const choose = (keys: Set<Key>) => {
    const chosen = options.find((option) => keys.has(option.value));
    if (chosen !== undefined) onChange(chosen.value);
  };
  return (
    <ToggleButtonGroup
      className={styles.segments ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      isDisabled={isDisabled}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={styles.segment ?? ''}>
          {option.label}
          {option.badge !== undefined && (
            <span className={styles.badge} role="img" aria-label={option.badge.spoken}>
              {option.badge.count}
            </span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
