import type { JumpClient } from '#app/domain/jump-item.ts';
import { JUMP_METHODS } from '#app/domain/jump-item.ts';
import { JUMP_ITEM_STATUSES } from '#app/domain/jump-item-status.ts';
import type { QueryField } from '#app/domain/search-query.ts';
import type { Console } from '../../store/console-context.tsx';
import type { JumpItemRows } from '../../store/jump-item-rows.ts';
import { searchWords } from '../../store/search-words.ts';
import { t } from '../../texts.ts';

const DATES = ['today', 'yesterday', '<7d', '<30d', '>30d', 'never'] as const;

/** Fields whose values are gathered from the Jump Clients. */
const OF_CLIENT = {
  'console-user': ({ consoleUser }) => consoleUser,
  'domain-group': ({ domain }) => domain,
  'operating-system': ({ operatingSystem }) => operatingSystem,
  'private-ip': ({ privateIp }) => privateIp,
  'public-ip': ({ publicIp }) => publicIp,
  version: ({ version }) => version,
  'work-group': ({ workGroup }) => workGroup,
} as const satisfies Partial<Record<QueryField, (item: JumpClient) => string>>;
type ClientField = keyof typeof OF_CLIENT;

/** What stands in a field somewhere, in the order in which it is offered. */
export function fieldValues(field: QueryField, { store, rows }: Console): readonly string[] {
  switch (field) {
    case 'tag': {
      const { counts } = rows.getList();
      const groupIds = [...store.getState().jumpGroups.rows.keys()];
      return sorted(groupIds.flatMap((id) => counts.tags(id)));
    }
    case 'group':
      return sorted([...store.getState().jumpGroups.rows.values()].map(({ name }) => name));
    case 'status':
      return JUMP_ITEM_STATUSES.map((status) => searchWords.status[status]);
    case 'jump-method':
      return JUMP_METHODS.map((method) => searchWords.jumpMethod[method]);
    case 'duplicate':
      return [t('search.duplicate.older'), t('search.duplicate.newest')];
    case 'last-accessed-date':
    case 'status-since':
      return DATES;
    case 'name':
    case 'comments':
    case 'hostname':
      return [];
    default:
      return clientValues(field, rows);
  }
}

function sorted(values: Iterable<string>): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '').toSorted();
}

/** A field with more different values is nearly each item's own, and completes nothing. */
const MOST_DIFFERENT = 2_000;

type Gathered = {
  readonly field: ClientField;
  readonly membership: number;
  readonly values: readonly string[];
};
const gathered = new WeakMap<JumpItemRows, Gathered>();

/** All rows are looked at when a field begins to be typed, and again when items have come or gone since. */
function clientValues(field: ClientField, rows: JumpItemRows): readonly string[] {
  const { membership } = rows.getList();
  const known = gathered.get(rows);
  if (known?.field === field && known.membership === membership) return known.values;
  const textOf: (item: JumpClient) => string = OF_CLIENT[field];
  const found = new Set<string>();
  const [tooMany] = rows.find(({ item }) => {
    if (item.method === 'jump-client') found.add(textOf(item));
    return found.size > MOST_DIFFERENT;
  }, 1);
  const values = tooMany === undefined ? sorted(found) : [];
  gathered.set(rows, { field, membership, values });
  return values;
}
