import { SEARCH_FIELDS } from '#app/domain/jump-item-search.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { JumpItemList } from '../../store/jump-item-rows.ts';
import { t } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { fieldNames } from './field-names.ts';
import styles from './search-line.module.css';

/** More of them are counted: their names would fill the line. */
const MOST_NAMED_FIELDS = 3;

/** Under the toolbar while something is searched: what, in how many of how many, and where. */
export function SearchLine({ list }: { list: JumpItemList }) {
  const { store } = useConsole();
  const text = useConsoleState((state) => state.searchText.trim());
  const fields = useConsoleState((state) => state.preferences.searchFields);
  if (text === '') return null;
  return (
    <div className={styles.line}>
      <span className={styles.chip}>
        <bdi className={styles.text} title={text}>
          {text}
        </bdi>
        <button
          type="button"
          className={styles.clear}
          aria-label={t('jump-items.clear-search')}
          onClick={() => store.getState().search('')}
        >
          <Icon name="close" />
        </button>
      </span>
      <span role="status" aria-label={t('search.result')}>
        {t('search.result-count', { count: list.rows.length, total: list.scopeTotal })}
      </span>
      {fields.length < SEARCH_FIELDS.length && (
        <span className={styles.fields} title={fieldNames(fields)}>
          {fields.length <= MOST_NAMED_FIELDS
            ? t('search.result-fields', { fields: fieldNames(fields) })
            : t('search.result-field-count', { count: fields.length, total: SEARCH_FIELDS.length })}
        </span>
      )}
    </div>
  );
}
