import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './radio-field.module.css';

export type RadioChoice<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  /** What follows from it, under its label. */
  readonly note?: ReactNode;
  readonly isDisabled?: boolean;
};

type Props<Id extends string> = {
  label: string;
  choices: readonly RadioChoice<Id>[];
  value: Id;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
};

/** One of a few that are all in sight. */
export function RadioField<Id extends string>({
  label,
  choices,
  value,
  onChange,
  isDisabled = false,
}: Props<Id>) {
  return (
    <RadioGroup
      className={styles.field ?? ''}
      value={value}
      isDisabled={isDisabled}
      onChange={(chosen) => {
        const choice = choices.find(({ id }) => id === chosen);
        if (choice !== undefined) onChange(choice.id);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            className={styles.choice ?? ''}
            isDisabled={choice.isDisabled === true}
          >
            <span className={styles.mark} />
            <span className={styles.text}>
              {choice.label}
              {choice.note !== undefined && <span className={styles.note}>{choice.note}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
