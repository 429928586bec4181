import { useState } from 'react';
import { fileProblemText } from '../../file-problem-text.ts';
import { useFileWriting } from '../../jump-item-files/use-file-writing.ts';
import { useConsole } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import styles from './import-dialog.module.css';
import type { ImportLine } from './import-lines.ts';
import { columnsOf, MAX_COPIED_LINES, refusedRow, refusedRows } from './refused-rows.ts';

type Props = {
  lines: readonly ImportLine[];
  /** Of the file that is imported. */
  fileName: string;
};

/** What can be done with the refused lines: a few are copied, all of them written to a file. */
export function RefusedLinesBar({ lines, fileName }: Props) {
  const { api, store } = useConsole();
  const [copied, setCopied] = useState(0);
  const { running, problem, start } = useFileWriting();
  const isAll = lines.length <= MAX_COPIED_LINES;
  const copy = () => {
    const rows = refusedRows(lines);
    api.copyRowsAsCsv({ rowsJson: JSON.stringify(rows) }).then(
      () => setCopied(rows.length - 1),
      () => store.getState().showBug(),
    );
  };
  const save = () => {
    setCopied(0);
    const columns = columnsOf(lines);
    void start({
      begin: () => api.beginRefusedLines({ columns: [...columns], fileName }),
      of: 'refused-lines',
      count: lines.length,
      rowAt(index) {
        const line = lines[index];
        return line === undefined ? [] : refusedRow(columns, line);
      },
    });
  };
  const copyLabel = isAll
    ? t('import.copy-refused')
    : t('import.copy-first-refused', { count: MAX_COPIED_LINES });
  const copiedText = t('import.copied', { count: copied });
  return (
    <>
      <div className={styles.refused}>
        {/* What was done stands in the button's place: nothing moves for it. */}
        <span role="status" className="only-spoken">
          {copied > 0 && copiedText}
        </span>
        <Button
          label={copied > 0 ? copiedText : copyLabel}
          icon={copied > 0 ? 'check' : 'copy'}
          look="outlined"
          onPress={copy}
        />
        <Button
          label={t(running === null ? 'import.save-refused' : 'import.saving-refused')}
          look="outlined"
          isDisabled={running !== null}
          onPress={save}
        />
      </div>
      {problem !== null && (
        <div className={styles.problem}>
          <Note kind="error">{fileProblemText(problem)}</Note>
        </div>
      )}
    </>
  );
}
