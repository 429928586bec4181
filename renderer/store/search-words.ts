import { JUMP_METHODS } from '#app/domain/jump-item.ts';
import type { SearchWords } from '#app/domain/jump-item-search.ts';
import { JUMP_ITEM_STATUSES } from '#app/domain/jump-item-status.ts';
import { t } from '../texts.ts';
import { formatDateTime } from '../time.ts';

function wordsOf<K extends string>(keys: readonly K[], word: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}

/** What people read in the list for codes and times is what the search finds (R1.5). */
export const searchWords: SearchWords = {
  jumpMethod: wordsOf(JUMP_METHODS, (method) => t(`jump-method.${method}`)),
  status: wordsOf(JUMP_ITEM_STATUSES, (status) => t(`status.${status}`)),
  duplicate: {
    newest: t('search.duplicate.newest'),
    older: (newest) => t('search.duplicate.older-than', { newest }),
  },
  formatDate: formatDateTime,
};
