import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-field.module.css';
import { SearchFieldsButton } from './search-fields-button.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchSuggestionList, SUGGESTIONS_ID, suggestionElementId } from './search-suggestion-list.tsx';
import { useSearchSuggestions } from './use-search-suggestions.ts';

/**
 * The field of R1.5: filters with every key, moves to the first result with Enter, clears with Escape, and explains
 * itself with F1. Searches that were used are kept and offered while it is empty.
 */
export function SearchField({ onEnter }: { onEnter: () => void }) {
  const { store } = useConsole();
  const text = useConsoleState((state) => state.searchText);
  const input = useRequestedFocus();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { suggestions, active, ...list } = useSearchSuggestions(text);
  const isOpen = suggestions.length > 0;

  const clear = () => {
    store.getState().search('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F1') setHelpOpen(true);
    else if (!list.onKey(event)) {
      if (event.key === 'Enter') {
        list.close();
        store.getState().keepSearch(text);
        onEnter();
      } else if (event.key === 'Escape' && text !== '') clear();
      else return;
    }
    event.preventDefault();
  };

  return (
    <search className={styles.place}>
      <div className={styles.field}>
        <SearchFieldsButton />
        <input
          ref={input}
          type="search"
          role="combobox"
          className={styles.input}
          aria-label={t('search.label')}
          aria-keyshortcuts="Control+F"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? SUGGESTIONS_ID : undefined}
          aria-activedescendant={isOpen && active >= 0 ? suggestionElementId(active) : undefined}
          placeholder={t('search.placeholder')}
          spellCheck={false}
          autoComplete="off"
          dir="auto"
          value={text}
          onChange={(event) => {
            store.getState().search(event.target.value);
            list.offer();
          }}
          onMouseDown={(event) => {
            // It grows under the pointer: the first press goes behind what is written, wherever that is by then.
            const element = event.currentTarget;
            if (document.activeElement === element) return;
            event.preventDefault();
            element.focus();
            element.setSelectionRange(text.length, text.length);
          }}
          onFocus={list.offer}
          onBlur={() => {
            list.close();
            store.getState().keepSearch(text);
          }}
          onKeyDown={onKeyDown}
        />
        {text !== '' && (
          <button type="button" className={styles.clear} aria-label={t('search.clear')} onClick={clear}>
            <Icon name="close" />
          </button>
        )}
        <SearchHelp isOpen={isHelpOpen} onOpenChange={setHelpOpen} />
        <SearchSuggestionList suggestions={suggestions} active={active} onTake={list.take} />
      </div>
    </search>
  );
}

/** Takes the focus whenever it is asked for: with all that was typed selected, or one part of it. */
function useRequestedFocus() {
  const { store } = useConsole();
  const requests = useConsoleState((state) => state.searchFocusRequests);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = input.current;
    if (requests === 0 || element === null) return;
    const { searchFocusPart } = store.getState();
    element.focus();
    if (searchFocusPart === null) element.select();
    else element.setSelectionRange(searchFocusPart.start, searchFocusPart.end);
  }, [requests, store]);
  return input;
}
