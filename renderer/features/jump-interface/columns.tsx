import {
  columnResizingFeature,
  columnSizingFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { isJumpClient, type JumpClient } from '#app/domain/jump-item.ts';
import type { SearchField } from '#app/domain/jump-item-search.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import type { ColumnId } from '../../store/jump-item-query.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { formatDateTime, formatDuration } from '../../time.ts';
import { HighlightedText } from './highlighted-text.tsx';
import { StatusCell } from './status-cell.tsx';
import { StatusIcon } from './status-icon.tsx';

/** What cells show beyond their row. */
export type CellContext = {
  readonly terms: readonly string[];
  readonly searchFields: readonly SearchField[];
  readonly groupLabels: GroupLabels;
  readonly isStarting: boolean;
};

export const features = tableFeatures({ rowSortingFeature, columnSizingFeature, columnResizingFeature });

/** The columns of R1.3. `searchedAs`: the field of the search whose matches are marked in the column. */
type ColumnDescription = {
  readonly size: number;
  readonly searchedAs: SearchField | null;
  readonly text: (row: JumpItemRow) => string;
};

function ofClient(text: (item: JumpClient) => string): (row: JumpItemRow) => string {
  return ({ item }) => (isJumpClient(item) ? text(item) : '');
}

const descriptions = {
  name: { size: 194, searchedAs: 'name', text: ({ item }) => item.name },
  hostname: { size: 114, searchedAs: null, text: ({ item }) => item.hostname },
  method: { size: 121, searchedAs: 'jump-method', text: ({ item }) => t(`jump-method.${item.method}`) },
  comments: { size: 118, searchedAs: 'comments', text: ({ item }) => item.comments },
  group: { size: 116, searchedAs: null, text: ({ item }) => item.jumpGroupId },
  status: { size: 110, searchedAs: 'status', text: ({ item }) => t(`status.${jumpItemStatus(item)}`) },
  tag: { size: 116, searchedAs: 'tag', text: ({ item }) => item.tag ?? '' },
  'last-accessed': {
    size: 130,
    searchedAs: 'last-accessed-date',
    text: ({ item }) => (item.lastAccessedAt === null ? '' : formatDateTime(item.lastAccessedAt)),
  },
  'console-user': { size: 110, searchedAs: 'console-user', text: ofClient((item) => item.consoleUser) },
  'public-ip': { size: 116, searchedAs: 'public-ip', text: ofClient((item) => item.publicIp) },
  'private-ip': { size: 116, searchedAs: 'private-ip', text: ofClient((item) => item.privateIp) },
  'operating-system': { size: 180, searchedAs: null, text: ofClient((item) => item.operatingSystem) },
  version: { size: 80, searchedAs: null, text: ofClient((item) => item.version) },
  domain: { size: 140, searchedAs: 'domain-group', text: ofClient((item) => item.domain) },
  'work-group': { size: 110, searchedAs: 'work-group', text: ofClient((item) => item.workGroup) },
  uptime: {
    size: 90,
    searchedAs: null,
    text: ofClient((item) => (item.bootedAt === null ? '' : formatDuration(Date.now() - item.bootedAt))),
  },
} as const satisfies Record<ColumnId, ColumnDescription>;

const column = createColumnHelper<typeof features, JumpItemRow>();

/** The shown columns, from left to right. */
export function columnsOf(ids: readonly ColumnId[]) {
  return column.columns(
    ids.map((id) => {
      const { size, text }: ColumnDescription = descriptions[id];
      return column.accessor(text, { id, size, minSize: 48, header: t(`column.${id}`) });
    }),
  );
}

/** What one cell shows. */
export function JumpItemCell({ id, row, context }: { id: ColumnId; row: JumpItemRow; context: CellContext }) {
  const { searchedAs, text } = descriptions[id];
  const isSearched = searchedAs !== null && context.searchFields.includes(searchedAs);
  const terms = isSearched ? context.terms : [];
  switch (id) {
    case 'name':
      return (
        <>
          <StatusIcon status={jumpItemStatus(row.item)} />
          <HighlightedText text={text(row)} terms={terms} />
        </>
      );
    case 'group':
      return <HighlightedText text={context.groupLabels.get(row.item.jumpGroupId) ?? ''} terms={[]} />;
    case 'status':
      return <StatusCell item={row.item} terms={terms} isStarting={context.isStarting} />;
    default:
      return <HighlightedText text={text(row)} terms={terms} />;
  }
}
