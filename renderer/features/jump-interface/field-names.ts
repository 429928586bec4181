import type { SearchField } from '#app/domain/jump-item-search.ts';
import { t } from '../../texts.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** Fields as people read them: `Name, Tag, and Status`. */
export function fieldNames(fields: readonly SearchField[]): string {
  return list.format(fields.map((field) => t(`search.field.${field}`)));
}
