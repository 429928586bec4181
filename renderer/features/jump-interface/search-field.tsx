import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-field.module.css';
import { SearchFieldsButton } from './search-fields-button.tsx';

/** The field of R1.5: filters with every key, moves to the first result with Enter, and clears with Escape. */
export function SearchField({ onEnter }: { onEnter: () => void }) {
  const { store } = useConsole();
  const text = useConsoleState((state) => state.searchText);
  const focusRequests = useConsoleState((state) => state.searchFocusRequests);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (focusRequests === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [focusRequests]);

  const clear = () => {
    store.getState().search('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && text !== '') clear();
    else return;
    event.preventDefault();
  };

  return (
    <search className={styles.field}>
      <SearchFieldsButton />
      <input
        ref={input}
        type="search"
        className={styles.input}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        value={text}
        onChange={(event) => store.getState().search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <button type="button" className={styles.clear} aria-label={t('search.clear')} onClick={clear}>
          <Icon name="close" />
        </button>
      )}
    </search>
  );
}
