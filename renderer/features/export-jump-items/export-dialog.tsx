import { memo, useState } from 'react';
import { FILE_FORMATS, type FileFormat } from '#app/contracts/jump-item-files.ts';
import { FILE_COLUMN_IDS } from '#app/domain/file-columns.ts';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { fileProblemText } from '../../file-problem-text.ts';
import type { RunningWriting } from '../../jump-item-files/use-file-writing.ts';
import {
  type Console,
  useConsole,
  useConsoleState,
  useJumpItemList,
  useSelectedRows,
  useShownColumns,
} from '../../store/console-context.tsx';
import { selectedItems } from '../../store/selected-rows.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { exportedColumns } from './export-columns.ts';
import styles from './export-dialog.module.css';
import { useExport } from './use-export.ts';

/** From so many items on an export shows how far it is; fewer are written at once. */
const SHOWN_FROM = 5_000;

const WHICH_ITEMS = ['selected', 'listed', 'all'] as const;
type WhichItems = (typeof WHICH_ITEMS)[number];
const WHICH_COLUMNS = ['shown', 'all'] as const;
type WhichColumns = (typeof WHICH_COLUMNS)[number];

/** *Export…* (R1.4): which Jump Items, which columns and which format; where to, the system's dialog asks. */
export function ExportDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'export');
  return isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const console = useConsole();
  const counts = useCounts();
  const shown = useShownColumns().map(({ id }) => id);
  const [which, setWhich] = useState<WhichItems>(counts.selected > 1 ? 'selected' : 'listed');
  const [columns, setColumns] = useState<WhichColumns>('all');
  const [format, setFormat] = useState<FileFormat>('csv');
  const { running, problem, start, cancel } = useExport();
  const isLoading = useJumpItemList().loading !== null;
  const items = counts[which] === 0 ? 'all' : which;

  const close = () => console.store.getState().closeDialog();
  const submit = async () => {
    const request = { format, columns: exportedColumns(columns, shown), items: itemsOf(console, items) };
    if (await start(request)) close();
  };
  return (
    <Dialog
      title={t('export.title')}
      sentence={t('export.sentence')}
      footerEnd={
        <>
          <Button label={t('export.start')} look="primary" type="submit" isDisabled={running !== null} />
          <Button label={t('export.cancel')} look="outlined" onPress={running === null ? close : cancel} />
        </>
      }
      onSubmit={() => void submit()}
      onClose={running === null ? close : cancel}
    >
      <Choices
        {...counts}
        shownColumns={shown.length}
        items={items}
        columns={columns}
        format={format}
        isDisabled={running !== null}
        onItems={setWhich}
        onColumns={setColumns}
        onFormat={setFormat}
      />
      {isLoading && <Note kind="warning">{t('export.loading')}</Note>}
      {problem !== null && <Note kind="error">{fileProblemText(problem)}</Note>}
      <Progress running={running} />
    </Dialog>
  );
}

function useCounts(): Readonly<Record<WhichItems, number>> {
  const list = useJumpItemList();
  return { selected: useSelectedRows().length, listed: list.rows.length, all: list.counts.all.total };
}

/** In the list's order, as they are at this moment: what changes while they are written is not mixed in. */
function itemsOf(console: Console, which: WhichItems): readonly JumpItem[] {
  if (which === 'selected') return selectedItems(console);
  const { rows } = console;
  const some = which === 'listed' ? rows.getList().rows : rows.find(() => true, Number.POSITIVE_INFINITY);
  return some.map(({ item }) => item);
}

function Progress({ running }: { running: RunningWriting | null }) {
  if (running === null || running.total < SHOWN_FROM) return null;
  const { written, total } = running;
  const text = written === total ? t('export.writing') : t('export.progress', { done: written, total });
  return (
    <div className={styles.progress}>
      <ProgressBar label={t('export.title')} value={written / total} />
      <p>{text}</p>
    </div>
  );
}

type ChoicesProps = Readonly<Record<WhichItems, number>> & {
  shownColumns: number;
  items: WhichItems;
  columns: WhichColumns;
  format: FileFormat;
  isDisabled: boolean;
  onItems: (which: WhichItems) => void;
  onColumns: (which: WhichColumns) => void;
  onFormat: (format: FileFormat) => void;
};

/** Drawn once while an export runs: how far it is changes with each frame. */
const Choices = memo(function Choices({ shownColumns, items, columns, format, ...props }: ChoicesProps) {
  const { isDisabled, onItems, onColumns, onFormat, ...counts } = props;
  return (
    <>
      <RadioField
        label={t('export.items')}
        value={items}
        isDisabled={isDisabled}
        onChange={onItems}
        choices={WHICH_ITEMS.map((id) => ({
          id,
          label: t(`export.items-${id}`, { count: counts[id] }),
          isDisabled: counts[id] === 0,
        }))}
      />
      <RadioField
        label={t('export.columns')}
        value={columns}
        isDisabled={isDisabled}
        onChange={onColumns}
        choices={WHICH_COLUMNS.map((id) => ({
          id,
          label: t(`export.columns-${id}`, { count: id === 'all' ? FILE_COLUMN_IDS.length : shownColumns }),
          note: t(`export.columns-${id}-note`),
        }))}
      />
      <RadioField
        label={t('export.format')}
        value={format}
        isDisabled={isDisabled}
        onChange={onFormat}
        choices={FILE_FORMATS.map((id) => ({
          id,
          label: t(`file.format-${id}`),
          note: t(`export.format-${id}-note`),
        }))}
      />
    </>
  );
});
