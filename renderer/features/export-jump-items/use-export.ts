import type { FileFormat } from '#app/contracts/jump-item-files.ts';
import { FILE_COLUMNS, type FileColumnId } from '#app/domain/file-columns.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { useFileWriting } from '../../jump-item-files/use-file-writing.ts';
import { useConsole, useGroupLabels } from '../../store/console-context.tsx';

export type ExportRequest = {
  readonly format: FileFormat;
  readonly columns: readonly FileColumnId[];
  readonly items: readonly JumpItem[];
};

/** An export from the system's dialog to the file under its name. What fails is said, and may be tried again. */
export function useExport() {
  const { api } = useConsole();
  const groupLabels = useGroupLabels();
  const { start, ...writing } = useFileWriting();
  return {
    ...writing,
    /** @returns true when the file is written */
    start({ format, columns, items }: ExportRequest): Promise<boolean> {
      const cells = columns.map((id) => FILE_COLUMNS[id].cell);
      return start({
        begin: () => api.beginExport({ format, columns: [...columns] }),
        of: 'jump-items',
        count: items.length,
        rowAt(index) {
          const item = items[index];
          if (item === undefined) return [];
          const label = groupLabels.get(item.jumpGroupId) ?? '';
          return cells.map((cell) => cell(item, label));
        },
      });
    },
  };
}
