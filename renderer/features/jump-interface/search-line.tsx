import { useMemo } from 'react';
import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { type SearchProblem, withoutPart } from '#app/domain/search-query.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { createSearchQuerySelector, selectIsViewChanged } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { fieldNames } from './field-names.ts';
import { SavedViewChanges } from './saved-view-changes.tsx';
import { searchChips } from './search-chips.ts';
import styles from './search-line.module.css';

/** More of them are counted: their names would fill the line. */
const MOST_NAMED_FIELDS = 3;

/** Under the toolbar while something is searched or a view was changed: what, in how many of how many, and where. */
export function SearchLine({ list }: { list: JumpItemList }) {
  const { store } = useConsole();
  const isSearching = useConsoleState((state) => state.searchText.trim() !== '');
  const isChanged = useConsoleState(selectIsViewChanged);
  if (!isSearching && !isChanged) return null;
  return (
    <div className={styles.line}>
      {isSearching && <SearchChips />}
      <span role="status" aria-label={t('search.result')} className={styles.count}>
        {t('search.result-count', { count: list.rows.length, total: list.scopeTotal })}
      </span>
      {isSearching && <SearchedFields />}
      <span className={styles.ways}>
        {isChanged ? (
          <SavedViewChanges />
        ) : (
          <Button
            label={t('saved-views.save')}
            icon="star"
            onPress={() => store.getState().nameView('new')}
          />
        )}
      </span>
    </div>
  );
}

function SearchedFields() {
  const fields = useConsoleState((state) => state.preferences.searchFields);
  if (fields.length === SEARCH_FIELDS.length) return null;
  return (
    <span className={styles.fields} title={fieldNames(fields)}>
      {fields.length <= MOST_NAMED_FIELDS
        ? t('search.result-fields', { fields: fieldNames(fields) })
        : t('search.result-field-count', { count: fields.length, total: SEARCH_FIELDS.length })}
    </span>
  );
}

/** Each term, to be removed by itself; and each part that could not be read, which a click selects in the field. */
function SearchChips() {
  const { store } = useConsole();
  const text = useConsoleState((state) => state.searchText);
  const { terms, problems } = useConsoleState(useMemo(createSearchQuerySelector, []));
  const partOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const problemText = (problem: SearchProblem) =>
    t(`search.problem.${problem.code}`, { part: `\u2068${partOf(problem)}\u2069` });
  const remove = (part: { start: number; end: number }) => {
    const rest = withoutPart(text, part);
    store.getState().search(rest);
    store.getState().focusSearch({ start: rest.length, end: rest.length });
  };
  return (
    <span className={styles.chips}>
      {searchChips(text, terms).map((chip) => (
        <span key={`${chip.start}`} className={styles.chip} data-negated={chip.negated || undefined}>
          <bdi className={styles.text} title={partOf(chip)}>
            {partOf(chip)}
          </bdi>
          <button
            type="button"
            className={styles.clear}
            aria-label={t('search.remove-term', { term: partOf(chip) })}
            onClick={() => remove(chip)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {problems.map((problem) => (
        <button
          key={`${problem.code} ${problem.start}`}
          type="button"
          className={styles.problem}
          title={problemText(problem)}
          onClick={() => store.getState().focusSearch(problem)}
        >
          <Icon name="warning" />
          <span className={styles.text}>{problemText(problem)}</span>
        </button>
      ))}
    </span>
  );
}
