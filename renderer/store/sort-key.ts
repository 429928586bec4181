import type { JumpGroupId } from '#app/domain/ids.ts';
import { isGone, type JumpClient, type JumpItem } from '#app/domain/jump-item.ts';
import type { SearchWords } from '#app/domain/jump-item-search.ts';
import { JUMP_ITEM_STATUSES, jumpItemStatus } from '#app/domain/jump-item-status.ts';
import type { ColumnId } from './jump-item-query.ts';
import { naturalKey } from './natural-key.ts';

type KeyContext = {
  readonly searchWords: SearchWords;
  readonly groupLabels: ReadonlyMap<JumpGroupId, string>;
};

/** Follows every other key: an empty cell tells nothing. */
const LAST = '\uffff';
const FAR_FUTURE = 10 ** 15;

function textKey(text: string): string {
  return text === '' ? LAST : naturalKey(text);
}

function timeKey(epochMs: number | null): string {
  return epochMs === null ? LAST : String(epochMs).padStart(16, '0');
}

const CLIENT_PROPERTY = {
  'console-user': 'consoleUser',
  'public-ip': 'publicIp',
  'private-ip': 'privateIp',
  'operating-system': 'operatingSystem',
  version: 'version',
  domain: 'domain',
  'work-group': 'workGroup',
} as const satisfies Partial<Record<ColumnId, keyof JumpClient>>;

/** A text by which a column sorts an item, compared with `<`. */
export function sortKey(item: JumpItem, column: ColumnId, context: KeyContext): string {
  switch (column) {
    case 'name':
      return naturalKey(item.name);
    case 'hostname':
      return textKey(item.hostname);
    case 'method':
      return context.searchWords.jumpMethod[item.method];
    case 'comments':
      return textKey(item.comments);
    case 'group':
      return naturalKey(context.groupLabels.get(item.jumpGroupId) ?? '');
    case 'status':
      return String(JUMP_ITEM_STATUSES.indexOf(jumpItemStatus(item)));
    case 'tag':
      return textKey(item.tag ?? '');
    case 'last-accessed':
      return timeKey(item.lastAccessedAt);
    case 'uptime':
      // The shortest first: whoever started last.
      return item.method !== 'jump-client' || item.bootedAt === null || isGone(item)
        ? LAST
        : timeKey(FAR_FUTURE - item.bootedAt);
    default:
      return item.method === 'jump-client' ? textKey(item[CLIENT_PROPERTY[column]]) : LAST;
  }
}
