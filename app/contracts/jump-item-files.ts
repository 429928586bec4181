// Files of Jump Items, renderer ↔ main: requests of the same door as `console-api.ts`. The renderer has the rows and no
// files, main the files and no rows: an export's rows and an import's lines travel in pieces, as JSON text (the context
// bridge hands a text over as it is, and copies an object value by value).
import { z } from 'zod';
import {
  FILE_COLUMN_IDS,
  type FileProblem,
  IMPORTED_COLUMNS,
  type ImportedColumnId,
} from '../domain/file-columns.ts';

export const FileTransferId = z.uuid().brand<'FileTransferId'>();
export type FileTransferId = z.infer<typeof FileTransferId>;

export const FILE_FORMATS = ['csv', 'json'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** In characters; longer than what a renderer gathers in one frame. */
const MAX_PIECE = 16 * 1024 * 1024;

/** Nothing of a file with a problem is left behind. */
type Refused = { readonly state: 'refused'; readonly problem: FileProblem };
/** The person closed the system's dialog. */
type Cancelled = { readonly state: 'cancelled' };

export type BegunExport =
  | { readonly state: 'begun'; readonly exportId: FileTransferId }
  | Cancelled
  | Refused;
export type WrittenRows = { readonly state: 'written' } | Refused;
export type FinishedExport =
  | { readonly state: 'finished'; readonly path: string; readonly bytes: number }
  | Refused;
export type OpenedImport =
  | {
      readonly state: 'opened';
      readonly importId: FileTransferId;
      readonly fileName: string;
      /** What its lines say something of. */
      readonly columns: readonly ImportedColumnId[];
      /** Columns that an export writes and no import reads, and columns that no export writes. */
      readonly notImported: readonly string[];
      readonly unknown: readonly string[];
    }
  | Cancelled
  | Refused;
export type ReadLines =
  | {
      readonly state: 'read';
      /** The next lines, `FileLine[]`. */
      readonly linesJson: string;
      readonly isLast: boolean;
      /** From 0 to 1. */
      readonly progress: number;
    }
  | Refused;

const nothing = z.strictObject({});
const ofExport = z.strictObject({ exportId: FileTransferId });
const ofImport = z.strictObject({ importId: FileTransferId });

export const jumpItemFileRequests = {
  /** Asks where to, by the system's dialog, and opens the file there. One export at a time: an earlier one is discarded. */
  beginExport: {
    params: z.strictObject({
      format: z.enum(FILE_FORMATS),
      columns: z.array(z.enum(FILE_COLUMN_IDS)).min(1).max(FILE_COLUMN_IDS.length),
    }),
    reply: z.custom<BegunExport>(),
  },
  /**
   * The same for the lines of an import that were refused, as CSV: these columns, then the line's number and the reason.
   * @param fileName that of the import, without its folder
   */
  beginRefusedLines: {
    params: z.strictObject({
      columns: z.array(z.enum(IMPORTED_COLUMNS)).max(IMPORTED_COLUMNS.length),
      fileName: z.string().max(1_024),
    }),
    reply: z.custom<BegunExport>(),
  },
  /**
   * The next rows, in order; several may be under way.
   * @param rowsJson `FileCell[][]`, a cell for each column
   */
  writeExportRows: {
    params: z.strictObject({ exportId: FileTransferId, rowsJson: z.string().max(MAX_PIECE) }),
    reply: z.custom<WrittenRows>(),
  },
  /** Puts the file under its name; until then what had that name stays. */
  finishExport: { params: ofExport, reply: z.custom<FinishedExport>() },
  cancelExport: { params: ofExport, reply: nothing },
  /** Asks which file, by the system's dialog, and reads its header. An earlier one is closed. */
  openImportFile: { params: nothing, reply: z.custom<OpenedImport>() },
  readImportLines: { params: ofImport, reply: z.custom<ReadLines>() },
  closeImportFile: { params: ofImport, reply: nothing },
  /**
   * Puts rows on the clipboard, as an export writes them.
   * @param rowsJson `FileCell[][]`
   */
  copyRowsAsCsv: { params: z.strictObject({ rowsJson: z.string().max(MAX_PIECE) }), reply: nothing },
} satisfies Record<string, { params: z.ZodType; reply: z.ZodType }>;
