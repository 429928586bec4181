import { createColumnHelper, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import { isJumpClient, type JumpClient } from '#app/domain/jump-item.ts';
import { jumpItemStatus } from '#app/domain/jump-item-status.ts';
import type { ColumnId } from '../../store/jump-item-query.ts';
import type { JumpItemRow } from '../../store/jump-item-row.ts';
import type { GroupLabels } from '../../store/selectors.ts';
import { t } from '../../texts.ts';
import { formatDateTime } from '../../time.ts';
import { HighlightedText } from './highlighted-text.tsx';
import { NameCell } from './name-cell.tsx';
import type { SearchMarks } from './search-marks.ts';
import { StatusCell } from './status-cell.tsx';
import { UptimeCell } from './uptime-cell.tsx';

/** What cells show beyond their row. */
export type CellContext = {
  readonly marks: SearchMarks;
  readonly groupLabels: GroupLabels;
  readonly isStarting: boolean;
};

export const features = tableFeatures({ rowSortingFeature });

/** The columns of R1.3. */
type ColumnDescription = {
  /** The width that it has where all of them just fit. */
  readonly size: number;
  /** Its share of what room there is beyond; as its width where none is given. */
  readonly share?: number;
  readonly text: (row: JumpItemRow) => string;
};

function ofClient(text: (item: JumpClient) => string): (row: JumpItemRow) => string {
  return ({ item }) => (isJumpClient(item) ? text(item) : '');
}

const descriptions = {
  name: { size: 204, share: 256, text: ({ item }) => item.name },
  hostname: { size: 104, share: 202, text: ({ item }) => item.hostname },
  method: { size: 108, text: ({ item }) => t(`jump-method.${item.method}`) },
  comments: { size: 130, share: 414, text: ({ item }) => item.comments },
  group: { size: 96, share: 125, text: ({ item }) => item.jumpGroupId },
  status: { size: 92, share: 184, text: ({ item }) => t(`status.${jumpItemStatus(item)}`) },
  tag: { size: 116, text: ({ item }) => item.tag ?? '' },
  'last-accessed': {
    size: 152,
    text: ({ item }) => (item.lastAccessedAt === null ? '' : formatDateTime(item.lastAccessedAt)),
  },
  'console-user': { size: 110, text: ofClient((item) => item.consoleUser) },
  'public-ip': { size: 124, text: ofClient((item) => item.publicIp) },
  'private-ip': { size: 124, text: ofClient((item) => item.privateIp) },
  'operating-system': { size: 180, text: ofClient((item) => item.operatingSystem) },
  version: { size: 80, text: ofClient((item) => item.version) },
  domain: { size: 140, text: ofClient((item) => item.domain) },
  'work-group': { size: 110, text: ofClient((item) => item.workGroup) },
  uptime: {
    size: 104,
    text: ofClient(({ bootedAt }) => (bootedAt === null ? '' : formatDateTime(bootedAt))),
  },
} as const satisfies Record<ColumnId, ColumnDescription>;

const column = createColumnHelper<typeof features, JumpItemRow>();

/** The shown columns, from left to right. */
export function columnsOf(ids: readonly ColumnId[]) {
  return column.columns(
    ids.map((id) => {
      const { text }: ColumnDescription = descriptions[id];
      return column.accessor(text, { id, header: t(`column.${id}`) });
    }),
  );
}

/** In pixels. */
export function defaultWidth(id: ColumnId): number {
  return descriptions[id].size;
}

/** Of the room that is left when every column has its default width: comments and names have use for more of it. */
export function shareOf(id: ColumnId): number {
  const { size, share = size }: ColumnDescription = descriptions[id];
  return share;
}

/** What one cell shows. */
export function JumpItemCell({ id, row, context }: { id: ColumnId; row: JumpItemRow; context: CellContext }) {
  const { marks } = context;
  switch (id) {
    case 'name':
      return <NameCell item={row.item} marks={marks} />;
    case 'group':
      return (
        <HighlightedText
          text={context.groupLabels.get(row.item.jumpGroupId) ?? ''}
          terms={marks.termsOf('group')}
        />
      );
    case 'status':
      return <StatusCell item={row.item} terms={marks.termsOf('status')} isStarting={context.isStarting} />;
    case 'uptime':
      return <UptimeCell item={row.item} />;
    default: {
      const text = descriptions[id].text(row);
      return <HighlightedText text={text} terms={marks.termsOf(id, text)} />;
    }
  }
}
