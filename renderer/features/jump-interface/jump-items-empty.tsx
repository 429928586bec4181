import { useMemo } from 'react';
import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { withoutPart } from '#app/domain/search-query.ts';
import { useAction } from '../../actions/use-action.ts';
import { isLive } from '../../store/connection-slice.ts';
import { useConsole, useConsoleState, useGroupLabels } from '../../store/console-context.tsx';
import { createSearchQuerySelector } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fieldNames } from './field-names.ts';
import styles from './jump-items-empty.module.css';
import { scopeNames } from './scope-names.ts';
import { type SearchChip, searchChips } from './search-chips.ts';

/** Why no Jump Item is listed, and what would list some. */
export function JumpItemsEmpty() {
  const searchText = useConsoleState((state) => state.searchText.trim());
  const isKnown = useConsoleState((state) => isLive(state.connection) && state.representative !== null);
  const isWhole = useConsoleState((state) => state.scopes.some(({ kind }) => kind === 'all'));
  if (searchText !== '') return <NothingFound searchText={searchText} />;
  return <NothingThere reason={!isKnown ? 'waiting' : isWhole ? 'none-yet' : 'none-in-group'} />;
}

/** Nothing is in what was chosen, and what puts something there. */
function NothingThere({ reason }: { reason: 'waiting' | 'none-yet' | 'none-in-group' }) {
  const ways = [useAction('create-local-rdp'), useAction('import')];
  const possible = reason === 'waiting' ? [] : ways.filter(({ isAvailable }) => isAvailable);
  return (
    <EmptyState
      icon="jump-interface"
      title={t(`jump-items.${reason}.title`)}
      text={t(`jump-items.${reason}.text`)}
    >
      {possible.length > 0 &&
        possible.map(({ id, label, run }) => <Button key={id} label={label} look="outlined" onPress={run} />)}
    </EmptyState>
  );
}

/** What was searched where, and each way to find more: everywhere, in all fields, for less, for nothing. */
function NothingFound({ searchText }: { searchText: string }) {
  const { store } = useConsole();
  const scopes = useConsoleState((state) => state.scopes);
  const fields = useConsoleState((state) => state.preferences.searchFields);
  const typed = useConsoleState((state) => state.searchText);
  const { terms } = useConsoleState(useMemo(createSearchQuerySelector, []));
  const chips = searchChips(typed, terms);
  const labels = useGroupLabels();
  const isEveryField = fields.length === SEARCH_FIELDS.length;
  const last = chips.length > 1 ? chips.at(-1) : undefined;
  const scope = scopeNames(scopes, labels);
  const reason = isEveryField ? 'all-fields' : fields.length === 0 ? 'no-fields' : 'some-fields';
  return (
    <EmptyState
      icon="search"
      title={t('jump-items.not-found.title', { text: searchText })}
      text={t(`jump-items.not-found.${reason}`, { scope, fields: fieldNames(fields) })}
    >
      {scopes.every(({ kind }) => kind !== 'all') && (
        <Button
          label={t('jump-items.search-everywhere')}
          look="outlined"
          onPress={() => store.getState().changeScopes([])}
        />
      )}
      {!isEveryField && (
        <Button
          label={t('jump-items.search-all-fields')}
          look="outlined"
          onPress={() => store.getState().changePreferences({ searchFields: [...SEARCH_FIELDS] })}
        />
      )}
      {last && <SearchWithout chip={last} />}
      <Button
        label={t('jump-items.clear-search')}
        look="outlined"
        onPress={() => store.getState().search('')}
      />
    </EmptyState>
  );
}

function SearchWithout({ chip }: { chip: SearchChip }) {
  const { store } = useConsole();
  const text = useConsoleState((state) => state.searchText);
  const label = t('jump-items.search-without', { term: text.slice(chip.start, chip.end) });
  return (
    <Button
      label={label}
      look="outlined"
      className={styles.without}
      hint={label}
      onPress={() => store.getState().search(withoutPart(text, chip))}
    />
  );
}
