import { refusalText } from '../refusal-text.ts';
import { endText } from '../session-summary/summary-lines.ts';
import { useSessionSummary } from '../session-summary/use-session-summary.ts';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import { isFormDialog } from '../store/dialogs-slice.ts';
import type { EndedSession } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import styles from './messages.module.css';

/** A session has ended by itself, and its tab with it: why, once the appliance says so, and the way to what was done in it. */
export function EndedSessionText({ messageKey, session }: { messageKey: number; session: EndedSession }) {
  const { store } = useConsole();
  const { summary } = useSessionSummary(session.id);
  // What is typed into a dialog stays.
  const isBusy = useConsoleState((state) => isFormDialog(state.openDialog));
  return (
    <div className={styles.text}>
      <bdi className={styles.about}>{session.name}</bdi>
      <p>{refusalText({ code: 'session-not-found' })}</p>
      {summary !== null && summary.end !== null && (
        <p>{t('ended-session.reason', { reason: endText(summary) })}</p>
      )}
      <Button
        className={styles.act}
        label={t('ended-session.summary')}
        look="outlined"
        isDisabled={isBusy}
        onPress={() => {
          store.getState().dismissMessage(messageKey);
          store.getState().openSessionSummaries({ of: 'own', chosenId: session.id });
        }}
      />
    </div>
  );
}
