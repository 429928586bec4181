import { useState } from 'react';
import { createShortcut } from '../../actions/change-jump-items.ts';
import { selectWhenListed } from '../../actions/select-when-listed.ts';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { Refusal } from '../../store/messages-slice.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './create-shortcut.module.css';
import { draftErrors, firstDraft, type ShortcutDraft, shortcutOf } from './shortcut-draft.ts';
import { ShortcutFields } from './shortcut-fields.tsx';

/** Creates a Local RDP or Local VNC shortcut (R1.4). */
export function CreateShortcutDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'create-shortcut');
  return isOpen ? <OpenDialog /> : null;
}

type Step = { readonly isBusy: boolean; readonly refusal: Refusal | null };

function OpenDialog() {
  const console = useConsole();
  const [draft, setDraft] = useFirstDraft();
  // What is not written yet is no mistake; after the first try it is.
  const [isTried, setTried] = useState(false);
  const [{ isBusy, refusal }, setStep] = useState<Step>({ isBusy: false, refusal: null });
  const isStillOpen = () => console.store.getState().openDialog === 'create-shortcut';
  const close = () => console.store.getState().closeDialog();

  const submit = async () => {
    setTried(true);
    const shortcut = shortcutOf(draft);
    if (shortcut === null || isBusy) return;
    setStep({ isBusy: true, refusal: null });
    const answer = await createShortcut(console, shortcut);
    const refused = answer?.ok === false ? answer.refusal : null;
    if (answer?.ok === true) selectWhenListed(console, answer.jumpItemId);
    // What comes of it later is told then; to send it once more would make two.
    const isDone = answer?.ok === true || refused?.code === 'outcome-pending';
    if (refused !== null && (isDone || !isStillOpen())) console.store.getState().showRefusal(refused);
    if (!isStillOpen()) return;
    if (isDone) close();
    else setStep({ isBusy: false, refusal: refused });
  };

  return (
    <Dialog
      title={t(`create.title.${draft.method}`)}
      sentence={t('create.sentence')}
      onSubmit={() => void submit()}
      onClose={close}
      footerEnd={
        <>
          <Button
            type="submit"
            look="primary"
            label={isBusy ? t('create.busy') : t('create.submit')}
            isDisabled={isBusy}
          />
          <Button look="outlined" label={t('create.cancel')} onPress={close} />
        </>
      }
    >
      <ShortcutFields
        draft={draft}
        errors={draftErrors(draft)}
        isTried={isTried}
        isReadOnly={isBusy}
        onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
      />
      {refusal !== null && (
        <p className={styles.refusal} role="alert">
          <Icon name="warning" />
          {refusalText(refusal)}
        </p>
      )}
    </Dialog>
  );
}

function useFirstDraft() {
  const { store } = useConsole();
  return useState<ShortcutDraft>(() => {
    const { representative, jumpGroups, scopes, shortcutTemplate } = store.getState();
    if (representative === null) throw new Error('Nobody is signed in.');
    return firstDraft(shortcutTemplate, { viewer: representative, groups: jumpGroups.rows, scopes });
  });
}
