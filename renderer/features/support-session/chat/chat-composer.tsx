import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { MOST_WAITING } from '#app/chat/chat-log.ts';
import { cleanChatText, MOST_CHAT_CODE_POINTS } from '#app/chat/chat-text.ts';
import { countCodePoints } from '#app/domain/text-limits.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import styles from './chat-pane.module.css';

type Props = {
  draft: string;
  /** How many messages wait to be sent. */
  waitingCount: number;
  isDisabled: boolean;
  onDraft: (draft: string) => void;
  onSend: () => void;
};

/** From so few on, it is said how much room is left. */
const FEW_LEFT = 500;

/** Where a message is written. What is too long stays as it is, and says so. */
export function ChatComposer({ draft, waitingCount, isDisabled, onDraft, onSend }: Props) {
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isFull, setIsFull] = useState(false);
  const clean = cleanChatText(draft);
  const left = MOST_CHAT_CODE_POINTS - (clean.length > 0 ? countCodePoints(clean) : 0);
  const isTooFull = isFull && waitingCount >= MOST_WAITING;

  const send = () => {
    if (isDisabled || clean === '' || left < 0) return;
    setIsFull(waitingCount >= MOST_WAITING);
    onSend();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={styles.fieldRow}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={t('chat.write-label')}
          aria-describedby={hintId}
          aria-invalid={left < 0 || undefined}
          placeholder={t('chat.write')}
          rows={1}
          dir="auto"
          value={draft}
          readOnly={isDisabled}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Button
          label={t('chat.send')}
          look="primary"
          type="submit"
          isDisabled={isDisabled || clean === '' || left < 0}
        />
      </div>
      <p id={hintId} className={styles.hint} data-bad={left < 0 || isTooFull || undefined} aria-live="polite">
        {hintOf(left, isTooFull)}
      </p>
    </form>
  );
}

function hintOf(left: number, isTooFull: boolean): string {
  if (left < 0) return t('chat.too-long', { over: -left, most: MOST_CHAT_CODE_POINTS });
  if (isTooFull) return t('chat.too-many', { count: MOST_WAITING });
  return left <= FEW_LEFT ? t('chat.left', { left }) : t('chat.hint');
}
