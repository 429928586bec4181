import { MAX_ITEMS_IN_COMMAND } from '#app/domain/jump-item-change.ts';
import { fileProblemText } from '../../file-problem-text.ts';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './import-dialog.module.css';
import { ImportLineList } from './import-line-list.tsx';
import { type ImportState, useImport } from './use-import.ts';

/** *Import…*: a file, what each of its lines would do, and the import as one step that can be undone. */
export function ImportDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'import');
  return isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { store } = useConsole();
  const close = () => store.getState().closeDialog();
  const { state, chooseFile, importNext } = useImport(close);
  const { step, lines } = state;
  const isChoosing = step === 'choosing';
  const isBusy = step === 'reading' || step === 'importing';
  const pending = lines.created.length + lines.changed.length;
  const canImport = !isChoosing && !isBusy && pending > 0;
  const submit = isChoosing ? chooseFile : importNext;
  return (
    <Dialog
      title={t('import.title')}
      sentence={t('import.sentence')}
      size="large"
      footerStart={
        !isChoosing && (
          <Button label={t('import.choose-other')} look="outlined" isDisabled={isBusy} onPress={chooseFile} />
        )
      }
      footerEnd={
        <>
          <Button
            label={isChoosing ? t('import.choose') : startText(state, pending)}
            look="primary"
            type="submit"
            isDisabled={!isChoosing && !canImport}
          />
          <Button
            label={t(step === 'imported' ? 'import.close' : 'import.cancel')}
            look="outlined"
            isDisabled={step === 'importing'}
            onPress={close}
          />
        </>
      }
      onSubmit={() => {
        if (isChoosing || canImport) submit();
      }}
      onClose={() => {
        if (step !== 'importing') close();
      }}
    >
      {isChoosing ? <BeforeFile /> : <Checked state={state} pending={pending} />}
      {state.problem !== null && <Note kind="error">{fileProblemText(state.problem)}</Note>}
      {state.refusal !== null && <Note kind="error">{refusalText(state.refusal)}</Note>}
    </Dialog>
  );
}

function startText({ step }: ImportState, pending: number): string {
  if (step === 'importing') return t('import.busy');
  if (step === 'imported' && pending > 0)
    return t('import.start-next', { count: Math.min(pending, MAX_ITEMS_IN_COMMAND) });
  return pending > MAX_ITEMS_IN_COMMAND
    ? t('import.start-first', { count: MAX_ITEMS_IN_COMMAND })
    : t('import.start', { count: pending });
}

/** Where the file's lines will be: what becomes of them. The dialog keeps its size when they come. */
function BeforeFile() {
  return (
    <div className={styles.before}>
      <span className={styles.badge}>
        <Icon name="import" />
      </span>
      <ul className={styles.rules}>
        <li>{t('import.rule-change')}</li>
        <li>{t('import.rule-create')}</li>
        <li>{t('import.rule-limits')}</li>
      </ul>
    </div>
  );
}

function Checked({ state, pending }: { state: ImportState; pending: number }) {
  const { step, file, lines, progress, refusedCount } = state;
  const fileName = file?.fileName ?? '';
  const about = { file: fileName, count: lines.all.length };
  return (
    <>
      <div className={styles.about} role="status">
        <p>
          {step === 'reading'
            ? t('import.reading', about)
            : step === 'imported'
              ? t('import.outdated', { file: fileName, count: lines.done.length })
              : t('import.checked', about)}
        </p>
        {step === 'reading' && <ProgressBar label={t('import.progress')} value={progress} />}
      </div>
      <Columns state={state} />
      {pending > MAX_ITEMS_IN_COMMAND && (
        <Note kind="warning">{t('import.too-many', { count: pending, most: MAX_ITEMS_IN_COMMAND })}</Note>
      )}
      {refusedCount > 0 && <Note kind="warning">{t('import.some-refused', { count: refusedCount })}</Note>}
      <ImportLineList
        key={`${fileName}-${refusedCount > 0}`}
        lines={lines}
        fileName={fileName}
        isChecking={step === 'reading'}
      />
    </>
  );
}

function Columns({ state: { file } }: { state: ImportState }) {
  if (file === null || file.unknown.length === 0) return null;
  const names = file.unknown.map((name) => `“${name}”`).join(', ');
  return <Note kind="information">{t('import.unknown-columns', { count: file.unknown.length, names })}</Note>;
}
