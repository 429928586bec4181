import { useEffect, useRef, useState } from 'react';
import type { JumpItem } from '#app/domain/jump-item.ts';
import { deedRefusal } from '../../actions/change-availability.ts';
import { removeSelected } from '../../actions/remove-action.ts';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState, useJumpItemList } from '../../store/console-context.tsx';
import type { Refusal } from '../../store/messages-slice.ts';
import { selectedItems } from '../../store/selected-rows.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { itemsInSession, removalConsequences } from './removal-consequences.ts';
import { RemovalNames, RemovalSessions } from './removal-names.tsx';
import styles from './remove-jump-items.module.css';

/** The question before *Remove* (R1.9). */
export function RemoveJumpItems() {
  const isOpen = useConsoleState((state) => state.openDialog === 'remove-jump-items');
  return isOpen ? <RemovalQuestion /> : null;
}

type Step = { readonly isBusy: boolean; readonly refusal: Pick<Refusal, 'code' | 'detail'> | null };

/** It names what is there now: what a colleague removes meanwhile is asked about no more. */
function RemovalQuestion() {
  const console = useConsole();
  const items = useAskedItems();
  const blocked = useBlocked(items);
  const [{ isBusy, refusal }, setStep] = useState<Step>({ isBusy: false, refusal: null });
  const cancel = useRef<HTMLButtonElement>(null);
  // Delete and then Enter must remove nothing by accident.
  useEffect(() => cancel.current?.focus(), []);
  const isStillAsked = () => console.store.getState().openDialog === 'remove-jump-items';
  const close = () => console.store.getState().closeDialog();
  const submit = async () => {
    if (isBusy || blocked !== null) return;
    setStep({ isBusy: true, refusal: null });
    const answer = await removeSelected(console, items);
    const refused = answer?.ok === false ? answer.refusal : null;
    if (refused === null && isStillAsked()) close();
    else if (refused !== null && isStillAsked()) setStep({ isBusy: false, refusal: refused });
    else if (refused !== null) console.store.getState().showRefusal(refused);
  };
  const said = isBusy ? null : (blocked ?? refusal);

  return (
    <Dialog
      role="alertdialog"
      title={titleOf(items)}
      onSubmit={() => void submit()}
      onClose={close}
      footerEnd={
        <>
          <Button
            type="submit"
            look="danger"
            label={isBusy ? t('remove.busy') : t('remove.submit')}
            isDisabled={isBusy || blocked !== null}
          />
          <Button
            ref={cancel}
            look="outlined"
            label={isBusy ? t('remove.close') : t('remove.cancel')}
            onPress={close}
          />
        </>
      }
    >
      {items.length > 1 && <RemovalNames items={items} />}
      <RemovalSessions items={itemsInSession(items)} isOne={items.length === 1} />
      <ul className={styles.consequences}>
        {removalConsequences(items).map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <p className={styles.undo}>{t('remove.undo')}</p>
      {said !== null && (
        <p role="alert" className={styles.refusal}>
          {refusalText(said)}
        </p>
      )}
    </Dialog>
  );
}

/** Why there is nothing to say yes to any more: none is left (R7.7), or the right was withdrawn. */
function useBlocked(items: readonly JumpItem[]): Pick<Refusal, 'code' | 'detail'> | null {
  const representative = useConsoleState((state) => state.representative);
  const jumpGroups = useConsoleState((state) => state.jumpGroups);
  if (items.length === 0) return { code: 'client-not-found' };
  return deedRefusal({ representative, jumpGroups }, items, 'remove');
}

/** What was selected when the question was asked, as it is now. */
function useAskedItems(): readonly JumpItem[] {
  const console = useConsole();
  const [asked] = useState(() => selectedItems(console));
  useJumpItemList();
  return asked.flatMap(({ id }) => console.rows.get(id) ?? []);
}

function titleOf(items: readonly JumpItem[]): string {
  const [first, ...others] = items;
  if (first !== undefined && others.length === 0) {
    return t('remove.title', { name: `\u2068${first.name}\u2069` });
  }
  return t('remove.title-several', { count: items.length });
}
