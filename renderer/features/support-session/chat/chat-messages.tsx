import { isDelivered } from '#app/chat/chat-log.ts';
import { CUSTOMER_PERSON_ID } from '#app/contracts/chat.ts';
import type { ChatSnapshot } from './chat-connection.ts';
import { ChatMessageItem } from './chat-message-item.tsx';
import styles from './chat-pane.module.css';

/** What has been said, and below it what is still to be sent. */
export function ChatMessages({ snapshot }: { snapshot: ChatSnapshot }) {
  const { messages, waiting, me, aheadMs } = snapshot;
  const lastBy = messages.at(-1)?.by;
  return (
    <ol className={styles.messages}>
      {messages.map((message, index) => (
        <ChatMessageItem
          key={message.seq}
          text={message.text}
          name={message.by === me ? null : message.name}
          isCustomer={message.by === CUSTOMER_PERSON_ID}
          at={inRange(message.at + aheadMs)}
          state={message.by === me ? (isDelivered(snapshot, message) ? 'delivered' : 'sent') : null}
          continues={messages[index - 1]?.by === message.by}
        />
      ))}
      {waiting.map(({ id, text }, index) => (
        <ChatMessageItem
          key={id}
          text={text}
          name={null}
          isCustomer={false}
          at={null}
          state="waiting"
          continues={index > 0 || lastBy === me}
        />
      ))}
    </ol>
  );
}

const LAST_TIME = 8_640_000_000_000_000;

/** A computer may have any clock; what is no time of a calendar is made one. */
function inRange(time: number): number {
  return Math.max(0, Math.min(LAST_TIME, time));
}
