import { jumpAgain } from '../actions/jump-to-item.ts';
import { showInList } from '../actions/show-in-list.ts';
import { refusalText } from '../refusal-text.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import type { Arrival, ConsoleMessage, JumpSummary } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { ChangeSummaryText } from './change-summary-text.tsx';
import { DoneChangeToast } from './done-change-toast.tsx';
import { EndedSessionText } from './ended-session-text.tsx';
import { MessageFrame } from './message-frame.tsx';
import styles from './messages.module.css';
import { noticeText } from './notice-text.ts';
import { RemoteDesktopText } from './remote-desktop-text.tsx';

/**
 * What was refused and what the person should know, until it is dismissed. A refusal names its item, in R7's words. What
 * leaves by itself stands on top: nothing moves when it does.
 */
export function Messages() {
  const messages = useConsoleState((state) => state.messages);
  const toasts = messages.filter(({ kind }) => kind === 'done-change');
  const lasting = messages.filter(({ kind }) => kind !== 'done-change');
  return (
    // What it says counts beside an open dialog, too: its buttons work there, and the dialog stays.
    <section className={styles.messages} aria-label={t('messages.label')} data-react-aria-top-layer="true">
      {[...toasts, ...lasting].map((message) => (
        <Message key={message.key} message={message} />
      ))}
    </section>
  );
}

function Message({ message }: { message: ConsoleMessage }) {
  const { store } = useConsole();
  if (message.kind === 'done-change') {
    return <DoneChangeToast messageKey={message.key} change={message.change} />;
  }
  return (
    <MessageFrame
      kind={message.kind}
      icon={isCalm(message) ? 'information' : 'warning'}
      isCalm={isCalm(message)}
      onDismiss={() => store.getState().dismissMessage(message.key)}
    >
      <MessageText message={message} />
    </MessageFrame>
  );
}

function isCalm(message: ConsoleMessage): boolean {
  if (message.kind === 'remote-desktop') return message.remoteDesktop.opened === 'program';
  return message.kind === 'notice' || message.kind === 'arrival' || message.kind === 'file-written';
}

type LastingMessage = Exclude<ConsoleMessage, { kind: 'done-change' }>;

function MessageText({ message }: { message: LastingMessage }) {
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
    case 'jump-summary':
      return <JumpSummaryText messageKey={message.key} summary={message.summary} />;
    case 'arrival':
      return <ArrivalText messageKey={message.key} arrival={message.arrival} />;
    case 'ended-session':
      return <EndedSessionText messageKey={message.key} session={message.session} />;
    case 'remote-desktop':
      return <RemoteDesktopText messageKey={message.key} remoteDesktop={message.remoteDesktop} />;
    case 'change-summary':
      return <ChangeSummaryText summary={message.summary} />;
    case 'file-written':
      return (
        <div className={styles.text}>
          <span className={styles.about}>
            {t(`file.written-${message.file.of}`, { count: message.file.count })}
          </span>
          <p>
            <bdi>{message.file.path}</bdi>
          </p>
        </div>
      );
    case 'too-much-text':
      return (
        <div className={styles.text}>
          <span className={styles.about}>{message.about}</span>
          <p>{t('field.too-much', { count: message.count })}</p>
        </div>
      );
    case 'bug':
      return (
        <div className={styles.text}>
          <span className={styles.about}>{t('messages.bug.title')}</span>
          <p>{t('messages.bug.text')}</p>
        </div>
      );
  }
}

/** What came of a jump to several: who failed, in R7's words, and the way to try those again. */
function JumpSummaryText({ messageKey, summary }: { messageKey: number; summary: JumpSummary }) {
  const console = useConsole();
  const { started, failed } = summary;
  return (
    <div className={styles.text}>
      <span className={styles.about}>
        {t('jump-summary.title', { started, total: started + failed.length })}
      </span>
      <ul className={styles.failed}>
        {failed.map(({ jumpItemId, refusal }) => (
          <li key={jumpItemId}>
            <bdi className={styles.who}>{refusal.about}</bdi>
            <p>{refusalText(refusal)}</p>
          </li>
        ))}
      </ul>
      <Button
        label={t('jump-summary.again', { count: failed.length })}
        look="outlined"
        onPress={() => {
          console.store.getState().dismissMessage(messageKey);
          jumpAgain(console, failed);
        }}
      />
    </div>
  );
}

const ARRIVALS = {
  'came-online': 'awaited.online',
  'customer-joined': 'arrival.customer-joined',
  invited: 'arrival.invited',
  jumped: 'arrival.jumped',
  pinned: 'arrival.pinned',
} as const;

/** Something is there behind what is shown, and the way to it. */
function ArrivalText({ messageKey, arrival }: { messageKey: number; arrival: Arrival }) {
  const console = useConsole();
  const { store } = console;
  return (
    <div className={styles.text}>
      <bdi className={styles.about}>{arrival.about}</bdi>
      <p>{t(ARRIVALS[arrival.reason])}</p>
      <Button
        className={styles.act}
        label={t('awaited.show')}
        look="outlined"
        onPress={() => {
          store.getState().dismissMessage(messageKey);
          if (arrival.jumpItemId === undefined) store.getState().chooseTab(arrival.tab);
          else showInList(console, arrival.jumpItemId);
        }}
      />
    </div>
  );
}
