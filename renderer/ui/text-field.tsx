import { useState } from 'react';
import { TextField as AriaTextField, Input, Label, TextArea } from 'react-aria-components';
import { boundedPaste } from './bounded-paste.ts';
import styles from './field.module.css';
import { type FieldProps, FieldUnder } from './field-under.tsx';

type Props = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** `many` takes line breaks: Enter writes one there, and Ctrl+Enter is what Enter is in the other fields. */
  lines?: 'one' | 'many';
  placeholder?: string | undefined;
  /** Such as `20 / 128`, in the field's corner. What is too long is an error, never cut. */
  counter?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'url';
  /** A password: nobody who looks on can read it. */
  isSecret?: boolean;
  /** Has the focus when its dialog opens. */
  autoFocus?: boolean;
};

/** A line or a few lines of text with their label. */
export function TextField({
  label,
  value,
  error = null,
  note,
  isDisabled = false,
  isReadOnly = false,
  ...props
}: Props) {
  const { onChange, lines = 'one', placeholder = '', counter, inputMode } = props;
  const { isSecret = false, autoFocus = false } = props;
  const isArea = lines === 'many';
  const [tooMuch, setTooMuch] = useState(0);
  return (
    <AriaTextField
      className={isArea ? `${styles.field} ${styles.tall}` : (styles.field ?? '')}
      value={value}
      onChange={(text) => {
        setTooMuch(0);
        onChange(text);
      }}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      autoFocus={autoFocus}
      type={isSecret ? 'password' : 'text'}
      {...(inputMode !== undefined && { inputMode })}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <div className={styles.box} {...boundedPaste(setTooMuch)}>
        {isArea ? (
          <TextArea
            className={`${styles.input} ${styles.area}`}
            placeholder={placeholder}
            dir="auto"
            onKeyDown={submitOnControlEnter}
          />
        ) : (
          <Input className={styles.input ?? ''} placeholder={placeholder} dir="auto" />
        )}
        {counter !== undefined && (
          <span className={styles.counter} aria-hidden="true">
            {counter}
          </span>
        )}
      </div>
      <FieldUnder error={error} note={note} tooMuch={tooMuch} />
    </AriaTextField>
  );
}

function submitOnControlEnter(event: React.KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
