import { memo, useState } from 'react';
import { t } from '../../../texts.ts';
import { formatDateTime, formatWhen } from '../../../time.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { WrittenText } from '../../../ui/written-text.tsx';
import styles from './chat-pane.module.css';
import { splitLinks } from './split-links.ts';

type Props = {
  text: string;
  /** Null: one's own. */
  name: string | null;
  isCustomer: boolean;
  /** By this computer's clock; null: it has not been said yet. */
  at: number | null;
  /** Of one's own: how far it has come. */
  state: 'waiting' | 'sent' | 'delivered' | null;
  /** The one before it is by the same person. */
  continues: boolean;
};

/** One message: literal text, whatever it holds. */
export const ChatMessageItem = memo(function ChatMessageItem(props: Props) {
  const { text, name, isCustomer, at, state, continues } = props;
  return (
    <li
      className={styles.message}
      data-own={name === null || undefined}
      data-continues={continues || undefined}
    >
      {!continues && (
        <p className={styles.author}>
          {name === null ? t('chat.you') : <WrittenText>{name}</WrittenText>}
          {isCustomer && <span className={styles.customer}>{t('chat.customer')}</span>}
        </p>
      )}
      <div className={styles.bubble} data-waiting={state === 'waiting' || undefined}>
        <MessageText text={text} />
      </div>
      <p className={styles.facts}>
        {at !== null && (
          <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)}>
            {formatWhen(at, Date.now())}
          </time>
        )}
        {state !== null && <span data-state={state}>{t(`chat.${state}`)}</span>}
      </p>
    </li>
  );
});

function MessageText({ text }: { text: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (link: string) => {
    copyText(link);
    setCopied(link);
  };
  let at = 0;
  return (
    <p className={styles.text} dir="auto">
      {splitLinks(text).map((part) => {
        const key = at;
        at += part.text.length;
        if (part.kind === 'text') return <span key={key}>{part.text}</span>;
        return (
          <button
            key={key}
            type="button"
            className={styles.link}
            title={t(copied === part.text ? 'chat.link-copied' : 'chat.copy-link')}
            onClick={() => copy(part.text)}
          >
            <bdi>{part.text}</bdi>
          </button>
        );
      })}
      {copied !== null && (
        <span className={styles.copied} role="status">
          {t('chat.link-copied')}
        </span>
      )}
    </p>
  );
}
