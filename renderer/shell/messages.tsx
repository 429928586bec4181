import { refusalText } from '../refusal-text.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { ConsoleMessage } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './messages.module.css';
import { noticeText } from './notice-text.ts';

/** What was refused and what the person should know, until it is dismissed. A refusal names its item, in R7's words. */
export function Messages() {
  const { store } = useConsole();
  const messages = useConsoleState((state) => state.messages);
  return (
    <section className={styles.messages} aria-label={t('messages.label')}>
      {messages.map((message) => (
        <div
          key={message.key}
          className={styles.message}
          data-kind={message.kind}
          role={message.kind === 'notice' ? 'status' : 'alert'}
        >
          <Icon name={message.kind === 'notice' ? 'information' : 'warning'} />
          <MessageText message={message} />
          <button
            type="button"
            className={styles.dismiss}
            aria-label={t('messages.dismiss')}
            onClick={() => store.getState().dismissMessage(message.key)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </section>
  );
}

function MessageText({ message }: { message: ConsoleMessage }) {
  switch (message.kind) {
    case 'refusal':
      return (
        <div className={styles.text}>
          <bdi className={styles.about}>{message.refusal.about}</bdi>
          <p>{refusalText(message.refusal)}</p>
        </div>
      );
    case 'notice':
      return <p className={styles.text}>{noticeText(message.notice)}</p>;
    case 'bug':
      return (
        <div className={styles.text}>
          <span className={styles.about}>{t('messages.bug.title')}</span>
          <p>{t('messages.bug.text')}</p>
        </div>
      );
  }
}
