import { useEffect, useState } from 'react';
import type { SupportSession } from '#app/domain/support-session.ts';
import { defaultPinGroup, shownSession } from '../../actions/pin-availability.ts';
import { pinJumpClient } from '../../actions/pin-jump-client.ts';
import { textCounter } from '../../jump-item-fields/field-checks.ts';
import { JumpGroupField } from '../../jump-item-fields/jump-group-field.tsx';
import { TagField } from '../../jump-item-fields/tag-field.tsx';
import { refusalText } from '../../refusal-text.ts';
import { useConsole, useConsoleState } from '../../store/console-context.tsx';
import type { Refusal } from '../../store/messages-slice.ts';
import type { PinDraft } from '../../store/pins-slice.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { emptyDraft, pinDraftErrors, wishOf } from './pin-draft.ts';

/** Customizes a Jump Client before it is deployed (R2.1–R2.6): of the session whose tab was shown when it was opened. */
export function PinDialog() {
  const isOpen = useConsoleState((state) => state.openDialog === 'pin');
  return isOpen ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { store } = useConsole();
  // Kept as it was: a session that ends meanwhile takes nothing away that was written.
  const [session] = useState(() => shownSession(store.getState()));
  return session === null ? null : <PinForm session={session} />;
}

function PinForm({ session }: { session: SupportSession }) {
  const { draft, setDraft, isTried, isSending, refusal, reset, submit, close } = usePinForm(session);
  return (
    <Dialog
      title={t('pin.title')}
      sentence={t('pin.sentence')}
      onSubmit={submit}
      onClose={close}
      footerStart={
        <>
          <Button label={t('pin.reset')} look="outlined" isDisabled={isSending} onPress={reset} />
          <p role="status">{isSending && t('pin.sending')}</p>
        </>
      }
      footerEnd={
        <>
          <Button label={t('pin.ok')} look="primary" type="submit" isDisabled={isSending} />
          <Button label={t('pin.cancel')} look="outlined" onPress={close} />
        </>
      }
    >
      <PinFields
        draft={draft}
        isTried={isTried}
        isReadOnly={isSending}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      {refusal !== null && <Note kind="error">{refusalText(refusal)}</Note>}
    </Dialog>
  );
}

type FieldsProps = {
  draft: PinDraft;
  /** What is still missing counts as a mistake, too. */
  isTried: boolean;
  isReadOnly: boolean;
  onChange: (change: Partial<PinDraft>) => void;
};

function PinFields({ draft, isTried, isReadOnly, onChange }: FieldsProps) {
  const { name, jumpGroupId, tag, comments } = draft;
  const errors = pinDraftErrors(draft);
  return (
    <>
      <TextField
        label={t('field.name')}
        value={name}
        error={errors.name}
        isReadOnly={isReadOnly}
        autoFocus
        placeholder={t('pin.name-of-computer')}
        counter={name === '' ? undefined : textCounter('name', name)}
        onChange={(text) => onChange({ name: text })}
      />
      <JumpGroupField
        purpose={{ deed: 'create' }}
        value={jumpGroupId}
        error={isTried && jumpGroupId === null ? t('pin.choose-group') : null}
        isReadOnly={isReadOnly}
        onChange={(chosen) => onChange({ jumpGroupId: chosen })}
      />
      <TagField
        jumpGroupIds={jumpGroupId === null ? [] : [jumpGroupId]}
        value={tag}
        error={errors.tag}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange({ tag: text })}
      />
      <TextField
        label={t('field.comments')}
        value={comments}
        error={errors.comments}
        isReadOnly={isReadOnly}
        lines="many"
        onChange={(text) => onChange({ comments: text })}
      />
    </>
  );
}

/**
 * What is written, and what becomes of it. The dialog stays until the appliance has begun to pin, so that a refusal at the
 * door is read beside the fields; from then on the session's tab tells, and what was written is kept until it is pinned.
 */
function usePinForm(session: SupportSession) {
  const console = useConsole();
  const { store } = console;
  const empty = () => emptyDraft(defaultPinGroup(store.getState()));
  const [draft, setDraft] = useState(() => store.getState().pinDrafts.get(session.id) ?? empty());
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const viewerId = useConsoleState((state) => state.representative?.id);
  const pin = useConsoleState((state) => state.supportSessions.rows.get(session.id)?.pin);
  const isUnderWay = isSending && pin?.representativeId === viewerId;
  const close = () => store.getState().closeDialog();
  useEffect(() => {
    if (isUnderWay) store.getState().closeDialog();
  }, [isUnderWay, store]);

  const send = async () => {
    const wish = wishOf(draft);
    setTried(true);
    if (wish === null || isSending) return;
    store.getState().keepPinDraft(session.id, draft);
    setRefusal(null);
    setSending(true);
    const refused = await pinJumpClient(console, session, wish);
    const isStillOpen = store.getState().openDialog === 'pin';
    setSending(false);
    if (!isStillOpen) {
      if (refused !== null) store.getState().showRefusal(refused);
    } else if (refused === null) close();
    else setRefusal(refused);
  };
  return {
    draft,
    setDraft,
    isTried,
    isSending,
    refusal,
    close,
    submit: () => void send(),
    reset() {
      store.getState().keepPinDraft(session.id, null);
      setDraft(empty());
      setTried(false);
      setRefusal(null);
    },
  };
}
