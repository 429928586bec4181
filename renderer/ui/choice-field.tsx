import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import styles from './field.module.css';
import { type FieldProps, FieldUnder } from './field-under.tsx';
import { Icon } from './icon.tsx';

export type Choice<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  /** Why it cannot be chosen. */
  readonly reason?: string | undefined;
};

type Props<Id extends string> = FieldProps & {
  choices: readonly Choice<Id>[];
  /** Null: none is chosen, and the placeholder stands there. */
  value: Id | null;
  placeholder?: string | undefined;
  onChange: (id: Id) => void;
};

/** One of a few. What cannot be chosen is listed with its reason. */
export function ChoiceField<Id extends string>({ label, choices, value, ...props }: Props<Id>) {
  const { error = null, note, isDisabled = false, isReadOnly = false, placeholder = '', onChange } = props;
  return (
    <Select
      className={styles.field ?? ''}
      value={value}
      placeholder={placeholder}
      isDisabled={isDisabled || isReadOnly}
      isInvalid={error !== null}
      validationBehavior="aria"
      disabledKeys={choices.flatMap(({ id, reason }) => (reason === undefined ? [] : [id]))}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.box ?? ''}>
        <SelectValue className={styles.chosen ?? ''}>
          {({ isPlaceholder, selectedText }) =>
            isPlaceholder ? (
              <span className={styles.placeholder}>{placeholder}</span>
            ) : (
              <bdi>{selectedText}</bdi>
            )
          }
        </SelectValue>
        <span className={styles.arrow}>
          <Icon name="chevron-down" />
        </span>
      </Button>
      <FieldUnder error={error} note={note} />
      <Popover className={styles.popover ?? ''} offset={3}>
        <ListBox className={styles.list ?? ''} items={choices}>
          {({ id, label: name, reason }) => (
            <ListBoxItem id={id} className={styles.option ?? ''} textValue={name}>
              <span className={styles.name}>
                <bdi>{name}</bdi>
                {reason !== undefined && <span className={styles.reason}>{reason}</span>}
              </span>
              <Icon name="check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
