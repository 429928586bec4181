import { useEffect, useState } from 'react';
import { undoCommand } from '../actions/undo-command.ts';
import { refusalText } from '../refusal-text.ts';
import { useConsole } from '../store/console-context.tsx';
import type { DoneChange } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { MessageFrame } from './message-frame.tsx';
import styles from './messages.module.css';

/** It leaves by itself after this, unless it is being looked at. */
const SHOWN_MS = 10_000;

type Props = { messageKey: number; change: DoneChange };

/** What was done to Jump Items, with *Undo*; for a removal with the seconds that are left for it. */
export function DoneChangeToast({ messageKey, change }: Props) {
  const { store } = useConsole();
  const [hasAttention, setHasAttention] = useState(false);
  useEffect(() => {
    if (hasAttention) return;
    const timer = setTimeout(() => store.getState().dismissMessage(messageKey), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [hasAttention, messageKey, store]);
  const { deed, name, count } = change;
  return (
    <MessageFrame
      kind="done-change"
      icon="check"
      isCalm
      onDismiss={() => store.getState().dismissMessage(messageKey)}
      onAttention={setHasAttention}
    >
      <div className={styles.text}>
        {name === null ? (
          <span className={styles.about}>{t('actions.about-several', { count })}</span>
        ) : (
          <bdi className={styles.about}>{name}</bdi>
        )}
        <p>{t(`change.done.${deed}`)}</p>
      </div>
      <UndoButton change={change} />
    </MessageFrame>
  );
}

function UndoButton({ change: { undoneOpId, heldUntil } }: { change: DoneChange }) {
  const console = useConsole();
  const now = useNow(heldUntil !== null);
  if (undoneOpId === null) return null;
  const secondsLeft = heldUntil === null ? null : Math.max(0, Math.ceil((heldUntil - now) / 1_000));
  const isOver = secondsLeft === 0;
  return (
    <Button
      className={styles.undo}
      label={t('action.undo')}
      look="outlined"
      isDisabled={isOver}
      hint={isOver ? refusalText({ code: 'undo-expired' }) : undefined}
      onPress={() => {
        const command = console.store.getState().undoable.find(({ opId }) => opId === undoneOpId);
        if (command !== undefined) void undoCommand(console, command);
      }}
    >
      {/* Read aloud each second it would drown everything else. */}
      {secondsLeft !== null && (
        <span className={styles.seconds} aria-hidden="true">
          {t('undo.seconds-left', { seconds: secondsLeft })}
        </span>
      )}
    </Button>
  );
}
