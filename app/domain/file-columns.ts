import type { JumpClient, JumpItem, JumpMethod } from './jump-item.ts';
import { type JumpItemStatus, jumpItemStatus } from './jump-item-status.ts';

/** What a cell of a file holds; null where the item has none. */
export type FileCell = string | number | null;

type FileColumn = {
  /** The header of a CSV file. */
  readonly title: string;
  /** The property in a JSON file. */
  readonly key: string;
  /** @param groupLabel what the reader of the file calls the item's Jump Group */
  readonly cell: (item: JumpItem, groupLabel: string) => FileCell;
};

/** A file reads the same whatever language the console speaks: its words belong to the format, not to the catalogue. */
export const FILE_METHODS = {
  'jump-client': 'Jump Client',
  'local-rdp': 'Local RDP',
  'local-vnc': 'Local VNC',
} as const satisfies Record<JumpMethod, string>;

const FILE_STATUSES = {
  online: 'Online',
  'in-session': 'In session',
  disabled: 'Disabled',
  passive: 'Passive',
  offline: 'Offline',
  uninstalled: 'Uninstalled',
  shortcut: 'Shortcut',
} as const satisfies Record<JumpItemStatus, string>;

/** The last moment that a `Date` can tell. */
const LAST_MOMENT = 8.64e15;

/** ISO 8601 in UTC. */
function moment(epochMs: number | null): string | null {
  return epochMs === null || Math.abs(epochMs) > LAST_MOMENT ? null : new Date(epochMs).toISOString();
}

function ofComputer(cell: (item: JumpClient) => FileCell): FileColumn['cell'] {
  return (item) => (item.method === 'jump-client' ? cell(item) : null);
}

/**
 * The columns of an exported file, in its order; the ids are those of the list's columns where it has them. What an
 * import reads stands in `IMPORTED_COLUMNS`; the others tell what the computer reports.
 */
export const FILE_COLUMNS = {
  id: { title: 'Id', key: 'id', cell: (item) => item.id },
  name: { title: 'Name', key: 'name', cell: (item) => item.name },
  hostname: { title: 'Hostname/IP', key: 'hostname', cell: (item) => item.hostname },
  port: { title: 'Port', key: 'port', cell: (item) => (item.method === 'jump-client' ? null : item.port) },
  method: { title: 'Jump Method', key: 'jumpMethod', cell: (item) => FILE_METHODS[item.method] },
  group: { title: 'Group', key: 'group', cell: (_item, groupLabel) => groupLabel },
  tag: { title: 'Tag', key: 'tag', cell: (item) => item.tag },
  comments: { title: 'Comments', key: 'comments', cell: (item) => item.comments },
  status: { title: 'Status', key: 'status', cell: (item) => FILE_STATUSES[jumpItemStatus(item)] },
  'status-since': {
    title: 'Status Since',
    key: 'statusSince',
    cell: ofComputer((item) => moment(item.presenceSince)),
  },
  'in-session-with': {
    title: 'In Session With',
    key: 'inSessionWith',
    cell: ofComputer((item) => item.inSessionWith.join(', ')),
  },
  'last-accessed': {
    title: 'Last Accessed',
    key: 'lastAccessed',
    cell: (item) => moment(item.lastAccessedAt),
  },
  'console-user': { title: 'Console User', key: 'consoleUser', cell: ofComputer((item) => item.consoleUser) },
  'public-ip': { title: 'Public IP', key: 'publicIp', cell: ofComputer((item) => item.publicIp) },
  'private-ip': { title: 'Private IP', key: 'privateIp', cell: ofComputer((item) => item.privateIp) },
  'operating-system': {
    title: 'Operating System',
    key: 'operatingSystem',
    cell: ofComputer((item) => item.operatingSystem),
  },
  platform: { title: 'Platform', key: 'platform', cell: ofComputer((item) => item.platform) },
  version: { title: 'Version', key: 'version', cell: ofComputer((item) => item.version) },
  domain: { title: 'Domain', key: 'domain', cell: ofComputer((item) => item.domain) },
  'work-group': { title: 'Work Group', key: 'workGroup', cell: ofComputer((item) => item.workGroup) },
  'up-since': { title: 'Up Since', key: 'upSince', cell: ofComputer((item) => moment(item.bootedAt)) },
  connection: { title: 'Connection', key: 'connection', cell: ofComputer((item) => item.connection) },
  mode: { title: 'Mode', key: 'mode', cell: ofComputer((item) => item.mode) },
} as const satisfies Record<string, FileColumn>;
export type FileColumnId = keyof typeof FILE_COLUMNS;

export const FILE_COLUMN_IDS = Object.keys(FILE_COLUMNS) as readonly FileColumnId[];

/** What an import reads: the properties that people give an item, and which item it is. */
export const IMPORTED_COLUMNS = [
  'id',
  'name',
  'hostname',
  'port',
  'method',
  'group',
  'tag',
  'comments',
] as const satisfies readonly FileColumnId[];
export type ImportedColumnId = (typeof IMPORTED_COLUMNS)[number];

export function isImportedColumn(id: FileColumnId): id is ImportedColumnId {
  return (IMPORTED_COLUMNS as readonly FileColumnId[]).includes(id);
}

const IDS_BY_NAME = { title: idsByName('title'), key: idsByName('key') };

function idsByName(by: 'title' | 'key'): ReadonlyMap<string, FileColumnId> {
  return new Map(FILE_COLUMN_IDS.map((id) => [FILE_COLUMNS[id][by].toLowerCase(), id]));
}

/** The column with this title (CSV) or key (JSON); case and surrounding spaces do not count. */
export function fileColumnNamed(name: string, by: 'title' | 'key'): FileColumnId | undefined {
  return IDS_BY_NAME[by].get(name.trim().toLowerCase());
}

/** What a JSON file calls itself, before its `jumpItems`. */
export const JSON_FILE = { format: 'jump-items', version: 1 } as const;

/** One record of a file that is imported: where it begins, and what it says in the columns that it has. */
export type FileLine = {
  /** Counted from 1, the header included. */
  readonly line: number;
  readonly cells: Partial<Record<ImportedColumnId, FileCell>>;
  /** Why it cannot be read as it stands: cells too many or too few, or a JSON value that is no text (in `column`). */
  readonly fault: {
    readonly fault: 'cell-count' | 'not-text';
    readonly column: ImportedColumnId | null;
  } | null;
};

/** A file that is larger, or has more lines, is refused before anything is done. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;
export const MAX_IMPORT_LINES = 100_000;

/** Why a file could not be written or read. */
export const FILE_PROBLEMS = [
  'not-writable',
  'disk-full',
  'folder-gone',
  'write-failed',
  'not-readable',
  'too-large',
  'too-many-lines',
  'empty-file',
  'unknown-encoding',
  'broken-quotes',
  'line-too-long',
  'columns-missing',
  'column-twice',
  'json-broken',
  'json-unknown',
] as const;
export type FileProblem = {
  readonly problem: (typeof FILE_PROBLEMS)[number];
  /** Counted from 1. */
  readonly line?: number;
  /** What the text names: columns, the system's error code. */
  readonly detail?: string;
  /** The name of the file, without its folder. */
  readonly file?: string;
};
