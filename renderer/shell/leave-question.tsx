import { useEffect, useRef } from 'react';
import { signOutNow } from '../actions/sign-out.ts';
import { useConsole, useConsoleState, useOwnSessions } from '../store/console-context.tsx';
import type { Leaving } from '../store/leaving-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './leave-question.module.css';

/** Before the window is closed, or the representative signs out, with support sessions: which ones, and what of them. */
export function LeaveQuestion() {
  const { api, store } = useConsole();
  const leaving = useConsoleState((state) => state.leaving);
  const hasSessions = useOwnSessions().length > 0;
  useEffect(() => api.on('closingAsked', () => store.getState().askToLeave('close')), [api, store]);

  const answerClosing = (closes: boolean) =>
    api.answerClosing({ closes }).catch(() => store.getState().showBug());
  const leave = (way: Leaving) => {
    store.getState().endLeaving();
    if (way === 'close') void answerClosing(true);
    else signOutNow({ api, store });
  };
  const stay = () => {
    if (leaving === 'close') void answerClosing(false);
    store.getState().endLeaving();
  };
  // The last of them has ended meanwhile: there is nothing left to ask.
  const isPointless = leaving !== null && !hasSessions;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has become pointless
  useEffect(() => {
    if (isPointless && leaving !== null) leave(leaving);
  }, [isPointless]);

  return leaving === null || !hasSessions ? null : (
    <Question leaving={leaving} onLeave={() => leave(leaving)} onStay={stay} />
  );
}

type Props = { leaving: Leaving; onLeave: () => void; onStay: () => void };

function Question({ leaving, onLeave, onStay }: Props) {
  const sessions = useOwnSessions();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Dialog
      title={t(`leave.${leaving}.title`)}
      sentence={t('leave.sentence', { count: sessions.length })}
      role="alertdialog"
      onSubmit={onLeave}
      onClose={onStay}
      footerEnd={
        <>
          <Button ref={button} type="submit" look="primary" label={t(`leave.${leaving}.do`)} />
          <Button look="outlined" label={t('leave.stay')} onPress={onStay} />
        </>
      }
    >
      <ul className={styles.sessions} aria-label={t('leave.sessions')}>
        {sessions.map(({ id, name }) => (
          <li key={id} className={styles.session}>
            <span className={styles.sign} />
            <bdi className={styles.name} title={name}>
              {name}
            </bdi>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
