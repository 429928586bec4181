import { useConsole } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './search-suggestion-list.module.css';
import type { SearchSuggestion } from './search-suggestions.ts';

export const SUGGESTIONS_ID = 'search-suggestions';

export function suggestionElementId(index: number): string {
  return `${SUGGESTIONS_ID}-${index}`;
}

type Props = {
  suggestions: readonly SearchSuggestion[];
  active: number;
  onTake: (suggestion: SearchSuggestion) => void;
};

/** Under the field: recent searches, or values. The field keeps the focus and moves through it with the arrows. */
export function SearchSuggestionList({ suggestions, active, onTake }: Props) {
  const { store } = useConsole();
  const [first] = suggestions;
  if (first === undefined) return null;
  const isRecent = first.kind === 'recent';
  const label = t(`search.offered.${first.kind}`);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press here must not take the focus from the field
    <div className={styles.box} onMouseDown={(event) => event.preventDefault()}>
      <p className={styles.title}>{label}</p>
      <div className={styles.list} id={SUGGESTIONS_ID} role="listbox" aria-label={label}>
        {suggestions.map((suggestion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={suggestion.search}
            id={suggestionElementId(index)}
            role="option"
            className={styles.option}
            aria-selected={index === active}
            ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
            onClick={() => onTake(suggestion)}
          >
            {isRecent && <Icon name="history" />}
            <bdi className={styles.text} title={suggestion.text}>
              {suggestion.text}
            </bdi>
            {suggestion.detail !== undefined && <span className={styles.detail}>{suggestion.detail}</span>}
            {isRecent && (
              <span
                className={styles.forget}
                aria-hidden="true"
                title={t('search.forget')}
                onClick={(event) => {
                  event.stopPropagation();
                  store.getState().forgetSearch(suggestion.search);
                }}
              >
                <Icon name="close" />
              </span>
            )}
          </div>
        ))}
      </div>
      {isRecent && <p className={styles.hint}>{t('search.recent-hint')}</p>}
    </div>
  );
}
