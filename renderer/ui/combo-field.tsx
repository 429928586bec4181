import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { boundedPaste } from './bounded-paste.ts';
import styles from './field.module.css';
import { type FieldProps, FieldUnder } from './field-under.tsx';
import { Icon } from './icon.tsx';

type Props = FieldProps & {
  /** Values that are there already; any other may be typed. */
  options: readonly string[];
  value: string;
  placeholder?: string | undefined;
  onChange: (value: string) => void;
  /** Shown as a cross while there is something to clear; its name for screen readers. */
  clearLabel: string;
  /** The name of the button that opens the list. */
  openLabel: string;
};

/** A line of text that is often one of those that are there already. */
export function ComboField({ label, options, value, ...props }: Props) {
  const { error = null, note, isDisabled = false, isReadOnly = false, placeholder = '' } = props;
  const { onChange, clearLabel, openLabel } = props;
  const [tooMuch, setTooMuch] = useState(0);
  const items = useMemo(() => options.map((option) => ({ id: option })), [options]);
  return (
    <ComboBox
      className={styles.field ?? ''}
      defaultItems={items}
      value={options.includes(value) ? value : null}
      inputValue={value}
      allowsCustomValue
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isInvalid={error !== null}
      validationBehavior="aria"
      onInputChange={(text) => {
        setTooMuch(0);
        onChange(text);
      }}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.box} {...boundedPaste(setTooMuch)}>
        <Input className={styles.input ?? ''} placeholder={placeholder} dir="auto" spellCheck="false" />
        {value !== '' && !isDisabled && !isReadOnly && (
          <button
            type="button"
            tabIndex={-1}
            className={`${styles.arrow} ${styles.clear}`}
            aria-label={clearLabel}
            title={clearLabel}
            onClick={() => onChange('')}
          >
            <Icon name="close" />
          </button>
        )}
        <Button className={styles.arrow ?? ''} aria-label={openLabel}>
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldUnder error={error} note={note} tooMuch={tooMuch} />
      <Popover className={styles.popover ?? ''} offset={3}>
        <ListBox className={styles.list ?? ''}>
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} className={styles.option ?? ''} textValue={id}>
              <bdi className={styles.name}>{id}</bdi>
              <Icon name="check" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
