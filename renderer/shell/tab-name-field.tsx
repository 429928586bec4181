import { type FocusEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { checkText } from '#app/domain/text-limits.ts';
import { renameTab } from '../actions/tab-actions.ts';
import { textError } from '../jump-item-fields/field-checks.ts';
import { useConsole } from '../store/console-context.tsx';
import type { ConsoleTab } from '../store/selectors.ts';
import { t } from '../texts.ts';
import { tabElementId } from './tab-ids.ts';
import styles from './tab-strip.module.css';

/** R2.2: what a tab is called in this console, written in its place. Empty: as its item. Too long is said, never cut. */
export function TabNameField({ tab: { id, name, itemName } }: { tab: ConsoleTab }) {
  const console = useConsole();
  const [text, setText] = useState(name);
  const [below, setBelow] = useState({ left: 0, top: 0 });
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const error = text === '' ? null : textError('name', text);

  useEffect(() => {
    const field = input.current;
    if (field === null) return;
    field.focus();
    field.select();
    const { left, bottom } = field.getBoundingClientRect();
    setBelow({ left, top: bottom + 6 });
  }, []);

  const end = (focusesTab: boolean) => {
    console.store.getState().setNamingTab(null);
    // The tab comes back in this field's place.
    if (focusesTab) requestAnimationFrame(() => document.getElementById(tabElementId(id))?.focus());
  };
  /** @returns false while what is written cannot be a name: it stays, with why */
  const keep = (): boolean => {
    const checked = checkText('name', text);
    if (text !== '' && !checked.ok) return false;
    const wanted = checked.ok && checked.value !== itemName ? checked.value : null;
    if (text !== name) renameTab(console, id, wanted);
    return true;
  };
  const onBlur = (_event: FocusEvent) => {
    if (keep()) end(false);
  };

  return (
    <form
      className={styles.naming}
      onSubmit={(event) => {
        event.preventDefault();
        if (keep()) end(true);
      }}
    >
      <input
        ref={input}
        className={styles.nameInput}
        aria-label={t('tab.name')}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : hintId}
        placeholder={itemName}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={onBlur}
        onKeyDown={(event) => {
          event.stopPropagation(); // the arrow keys are the field's
          if (event.key !== 'Escape') return;
          event.preventDefault();
          end(true);
        }}
      />
      {error !== null &&
        createPortal(
          <p id={hintId} className={styles.nameError} role="alert" style={below}>
            {error}
          </p>,
          document.body,
        )}
    </form>
  );
}
