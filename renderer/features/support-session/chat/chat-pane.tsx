import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { typingNames } from '#app/chat/chat-log.ts';
import { CUSTOMER_PERSON_ID } from '#app/contracts/chat.ts';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import { ChatComposer } from './chat-composer.tsx';
import { type ChatSnapshot, type ChatView, EMPTY_CHAT } from './chat-connection.ts';
import { ChatMessages } from './chat-messages.tsx';
import styles from './chat-pane.module.css';

type Props = {
  /** Null until the session's port is there. */
  chat: ChatView | null;
  link: SessionLinkState;
  /** A customer is, or was, at the computer. */
  hasCustomer: boolean;
  visible: boolean;
};

const neverChanges = () => () => undefined;
/** Whoever has scrolled up further than this reads there, and is left alone. */
const AT_END_PX = 40;

/** What is said in the session: the same for all who take part. */
export function ChatPane({ chat, link, hasCustomer, visible }: Props) {
  const snapshot = useSyncExternalStore(
    chat?.subscribe ?? neverChanges,
    chat?.snapshot ?? (() => EMPTY_CHAT),
  );
  const { messages, waiting, draft } = snapshot;
  const newest = messages.at(-1)?.seq ?? 0;
  const list = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (visible && newest > 0) chat?.read();
  }, [chat, visible, newest]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is added moves the end
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null && visible && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [visible, newest, waiting.length]);

  const send = () => {
    isAtEnd.current = true;
    chat?.send();
  };

  return (
    <section className={styles.pane} aria-label={t('chat.title')} hidden={!visible}>
      <header className={styles.strip}>
        <h2 className={styles.heading}>{t('chat.title')}</h2>
        <span className={styles.people}>{withWhom(snapshot)}</span>
      </header>
      <div
        ref={list}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled can be reached by keyboard
        tabIndex={0}
        role="log"
        aria-label={t('chat.log')}
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          isAtEnd.current = scrollHeight - scrollTop - clientHeight < AT_END_PX;
        }}
      >
        <div className={styles.column}>
          {!hasCustomer && <p className={styles.note}>{t('chat.nobody-there')}</p>}
          {snapshot.hasEarlier && <p className={styles.note}>{t('chat.earlier')}</p>}
          <ChatMessages snapshot={snapshot} />
          {messages.length + waiting.length === 0 && (
            <p className={styles.none}>{t(snapshot.me === null ? 'chat.connecting' : 'chat.none')}</p>
          )}
        </div>
      </div>
      <p className={styles.typing} role="status">
        {typingText(snapshot)}
      </p>
      <Trouble snapshot={snapshot} link={link} onOpenAgain={() => chat?.openAgain()} />
      <ChatComposer
        draft={draft}
        waitingCount={waiting.length}
        isDisabled={chat === null || link === 'ended' || link === 'broken'}
        onDraft={(text) => chat?.setDraft(text)}
        onSend={send}
      />
    </section>
  );
}

type TroubleProps = { snapshot: ChatSnapshot; link: SessionLinkState; onOpenAgain: () => void };

function Trouble({ snapshot: { trouble, waiting }, link, onOpenAgain }: TroubleProps) {
  if (link === 'ended') return <p className={styles.trouble}>{t('chat.ended')}</p>;
  if (link === 'broken') return <p className={styles.trouble}>{t('session-link.broken')}</p>;
  if (link === 'connected' && trouble !== null) {
    return (
      <div className={styles.trouble} role="alert">
        {t(`chat.${trouble}`)}
        <Button label={t('chat.open-again')} look="outlined" onPress={onOpenAgain} />
      </div>
    );
  }
  if (link === 'waiting' || (link === 'connecting' && waiting.length > 0))
    return <p className={styles.trouble}>{t('chat.not-connected')}</p>;
  return null;
}

const isolated = (name: string): string => `\u2068${name}\u2069`;

function withWhom({ people, me }: ChatSnapshot): string {
  const others = people.filter(({ id, isHere }) => isHere && id !== me);
  if (others.length === 0) return me === null ? '' : t('chat.with-nobody');
  const names = others.map(({ id, name }) =>
    id === CUSTOMER_PERSON_ID ? `${isolated(name)} (${t('chat.customer')})` : isolated(name),
  );
  return names.join(', ');
}

function typingText(snapshot: ChatSnapshot): string {
  const names = typingNames(snapshot);
  if (names.length === 0) return '';
  if (names.length > 3) return t('chat.typing-many');
  return t('chat.typing', { names: names.map(isolated).join(', '), count: names.length });
}
