import type { JumpErrorCode } from '#app/domain/jump-error.ts';
import { SignInView } from '../features/sign-in/sign-in-view.tsx';
import { useConsole, useConsoleState } from '../store/console-context.tsx';
import { t } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './start-view.module.css';

/** Before there is a list: the appliance is being started, could not be, or nobody is signed in. */
export function StartView() {
  const { api, store } = useConsole();
  const connection = useConsoleState((state) => state.connection);

  const signIn = async (address: string, token: string): Promise<JumpErrorCode | null> => {
    store.getState().beginSignIn();
    try {
      const answer = await api.signIn({ address, token });
      return answer.ok ? null : answer.code;
    } catch {
      // A rejection is a bug that main has logged with its stack.
      store.getState().showBug();
      return null;
    }
  };

  if (connection === null) return null;
  if (connection.state === 'signed-out' || connection.state === 'connecting') {
    const reason = connection.state === 'signed-out' ? connection.reason : null;
    return <SignInView address={connection.address} reason={reason} onSignIn={signIn} />;
  }
  if (connection.state === 'failed') {
    return (
      <main className={styles.view} data-failed>
        <span className={styles.badge}>
          <Icon name="warning" />
        </span>
        <h1 className={styles.title}>{t('failed.title')}</h1>
        <p>{t('failed.text')}</p>
        <pre className={styles.message} role="alert">
          {connection.message}
        </pre>
      </main>
    );
  }
  return (
    <main className={styles.view}>
      <div className={styles.spinner} />
      <h1 className={styles.title} role="status">
        {t('starting.title')}
      </h1>
      <p>{t('starting.text')}</p>
    </main>
  );
}
