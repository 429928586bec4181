import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { isLive } from '../../store/connection-slice.ts';
import { useConsole, useConsoleState, useGroupLabels } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { fieldNames } from './field-names.ts';

/** Why no Jump Item is listed, and what would list some. */
export function JumpItemsEmpty() {
  const searchText = useConsoleState((state) => state.searchText.trim());
  const isKnown = useConsoleState((state) => isLive(state.connection) && state.representative !== null);
  const isWhole = useConsoleState((state) => state.scopes[0]?.kind === 'all');
  if (searchText !== '') return <NothingFound searchText={searchText} />;
  const reason = !isKnown ? 'waiting' : isWhole ? 'none-yet' : 'none-in-group';
  return (
    <EmptyState
      icon="jump-interface"
      title={t(`jump-items.${reason}.title`)}
      text={t(`jump-items.${reason}.text`)}
    />
  );
}

function NothingFound({ searchText }: { searchText: string }) {
  const { store } = useConsole();
  const scope = useConsoleState((state) => state.scopes[0]) ?? { kind: 'all' };
  const fields = useConsoleState((state) => state.preferences.searchFields);
  const labels = useGroupLabels();
  const isEveryField = fields.length === SEARCH_FIELDS.length;
  const scopeName =
    scope.kind === 'all'
      ? t('jump-groups.all')
      : [
          labels.get(scope.jumpGroupId) ?? '',
          scope.tag === null ? '' : t('jump-groups.tag', { tag: scope.tag }),
        ]
          .filter(Boolean)
          .join(' · ');
  const text = isEveryField
    ? t('jump-items.not-found.all-fields', { scope: scopeName })
    : fields.length === 0
      ? t('jump-items.not-found.no-fields')
      : t('jump-items.not-found.some-fields', { scope: scopeName, fields: fieldNames(fields) });
  return (
    <EmptyState icon="search" title={t('jump-items.not-found.title', { text: searchText })} text={text}>
      {scope.kind !== 'all' && (
        <Button
          label={t('jump-items.search-everywhere')}
          look="outlined"
          onPress={() => store.getState().selectScopes([])}
        />
      )}
      {!isEveryField && (
        <Button
          label={t('jump-items.search-all-fields')}
          look="outlined"
          onPress={() => store.getState().changePreferences({ searchFields: [...SEARCH_FIELDS] })}
        />
      )}
      <Button
        label={t('jump-items.clear-search')}
        look="outlined"
        onPress={() => store.getState().search('')}
      />
    </EmptyState>
  );
}
