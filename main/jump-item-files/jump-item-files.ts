import { randomUUID } from 'node:crypto';
import { basename, parse } from 'node:path';
import type {
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import {
  type BegunExport,
  FILE_FORMATS,
  type FileFormat,
  FileTransferId,
  type OpenedImport,
  type ReadLines,
} from '#app/contracts/jump-item-files.ts';
import type { Texts } from '#app/texts/texts.ts';
import type { ConsoleHandlers } from '../ipc/console-door.ts';
import { createExportFile, type ExportFile } from './export-file.ts';
import { readProblem, writeProblem } from './file-problem-error.ts';
import { csvFormat, csvText, FileRows, jsonFormat, type RowFormat } from './file-rows.ts';
import { type ImportFile, openImportFile } from './import-file.ts';

type Deps = {
  askWhereTo: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  askWhich: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  copyText: (text: string) => void;
  now: () => number;
  texts: Texts;
};
type Beginning = {
  readonly title: string;
  /** What the file is offered to be called, without its ending. */
  readonly name: string;
  readonly format: FileFormat;
  readonly rowFormat: RowFormat;
};
type Open<T> = { readonly id: FileTransferId; readonly path: string; readonly file: T };
type Handled = Pick<
  ConsoleHandlers,
  | 'beginExport'
  | 'beginRefusedLines'
  | 'writeExportRows'
  | 'finishExport'
  | 'cancelExport'
  | 'openImportFile'
  | 'readImportLines'
  | 'closeImportFile'
  | 'copyRowsAsCsv'
>;

export type JumpItemFiles = {
  readonly handlers: Handled;
  /** The page is gone, or the console ends: nothing half-written stays. */
  closeAll(): void;
};

/** The files that the page exports to and imports from: it names none of them, the person chooses each (R1.4). */
export function createJumpItemFiles(deps: Deps): JumpItemFiles {
  const { askWhereTo, askWhich, copyText, now, texts } = deps;
  let exported: Open<ExportFile> | null = null;
  let imported: Open<ImportFile> | null = null;

  function closeAll(): void {
    exported?.file.cancelNow();
    exported = null;
    imported?.file.close();
    imported = null;
  }

  const filters = (formats: readonly FileFormat[]) =>
    formats.map((format) => ({ name: texts(`file.format-${format}`), extensions: [format] }));

  const today = () => new Date(now()).toISOString().slice(0, 10);

  /** Asks where to, and opens the file there; an earlier one is discarded. */
  async function begin({ title, name, format, rowFormat }: Beginning): Promise<BegunExport> {
    const { canceled, filePath } = await askWhereTo({
      title,
      defaultPath: `${name}.${format}`,
      filters: filters([format]),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    if (canceled || filePath === '') return { state: 'cancelled' };
    exported?.file.cancelNow();
    exported = null;
    try {
      const file = await createExportFile({ path: filePath, rowFormat });
      exported = { id: newId(), path: filePath, file };
      return { state: 'begun', exportId: exported.id };
    } catch (error) {
      return { state: 'refused', problem: writeProblem(error, filePath) };
    }
  }

  const handlers: Handled = {
    beginExport({ format, columns }) {
      const rowFormat = format === 'csv' ? csvFormat(columns) : jsonFormat(columns, now());
      const name = texts('export.file-name', { day: today() });
      return begin({ title: texts('export.title'), name, format, rowFormat });
    },
    beginRefusedLines({ columns, fileName }) {
      const rowFormat = csvFormat(columns, [texts('import.line-column'), texts('import.reason')]);
      const name = texts('import.refused-file-name', { file: parse(basename(fileName)).name, day: today() });
      return begin({ title: texts('import.save-refused'), name, format: 'csv', rowFormat });
    },
    writeExportRows: ({ exportId, rowsJson }) => known(exported, exportId).file.write(rowsJson),
    async finishExport({ exportId }) {
      const { file } = known(exported, exportId);
      exported = null;
      return file.finish();
    },
    async cancelExport({ exportId }) {
      const file = exported?.id === exportId ? exported.file : null;
      if (file !== null) exported = null;
      await file?.cancel();
      return {};
    },
    async openImportFile() {
      const { canceled, filePaths } = await askWhich({
        title: texts('import.title'),
        properties: ['openFile'],
        filters: [
          { name: texts('file.formats'), extensions: [...FILE_FORMATS] },
          { name: texts('file.all'), extensions: ['*'] },
        ],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return { state: 'cancelled' };
      imported?.file.close();
      imported = null;
      return openFile(path);
    },
    async readImportLines({ importId }): Promise<ReadLines> {
      const { file, path } = known(imported, importId);
      try {
        const { lines, isLast, progress } = await file.nextPage();
        return { state: 'read', linesJson: JSON.stringify(lines), isLast, progress };
      } catch (error) {
        return { state: 'refused', problem: readProblem(error, path) };
      }
    },
    closeImportFile({ importId }) {
      if (imported?.id === importId) {
        imported.file.close();
        imported = null;
      }
      return {};
    },
    copyRowsAsCsv({ rowsJson }) {
      copyText(csvText(FileRows.parse(JSON.parse(rowsJson))));
      return {};
    },
  };

  async function openFile(path: string): Promise<OpenedImport> {
    try {
      const file = await openImportFile(path);
      imported = { id: newId(), path, file };
      const { columns, notImported, unknown } = file.header;
      return {
        state: 'opened',
        importId: imported.id,
        fileName: basename(path),
        columns: columns.filter((id) => id !== null),
        notImported,
        unknown,
      };
    } catch (error) {
      return { state: 'refused', problem: readProblem(error, path) };
    }
  }
  return { handlers, closeAll };
}

function newId(): FileTransferId {
  return FileTransferId.parse(randomUUID());
}

/** A page that names another one has a fault. */
function known<T>(open: Open<T> | null, id: FileTransferId): Open<T> {
  if (open?.id !== id) throw new Error(`No file transfer ${id} is open.`);
  return open;
}
