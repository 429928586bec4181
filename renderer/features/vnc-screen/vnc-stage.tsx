import { ScreenWait } from '../../remote-screen/screen-wait.tsx';
import type { VncStage as Stage, VncConnection, VncCredentials } from '../../remote-screen/vnc-connection.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { VncCredentialsForm } from './vnc-credentials-form.tsx';
import { vncEndText } from './vnc-end-text.ts';
import styles from './vnc-stage.module.css';

type Props = {
  stage: Stage;
  address: string;
  connection: VncConnection | null;
  /** Connects anew; with these, where the last ones were not taken. */
  onAgain: (credentials: VncCredentials | null) => void;
  onClose: () => void;
};

/** What stands where the remote screen is not (yet, or any more) to be seen. */
export function VncStage({ stage, address, connection, onAgain, onClose }: Props) {
  switch (stage.stage) {
    case 'connected':
      return null;
    case 'connecting':
      return (
        <div className={styles.stage}>
          <ScreenWait
            what={t('vnc.connecting.title', { address })}
            late={t('vnc.connecting.late')}
            onCancel={onClose}
          />
        </div>
      );
    case 'credentials':
      return (
        <div className={styles.stage}>
          <VncCredentialsForm
            address={address}
            needs={stage.needs}
            error={null}
            onSubmit={(credentials) => connection?.letIn(credentials)}
          />
        </div>
      );
    case 'identity':
      return (
        <div className={styles.stage}>
          <section className={styles.card} aria-label={t('vnc.identity.title')}>
            <h2 className={styles.title}>{t('vnc.identity.title')}</h2>
            <p className={styles.text}>{t('vnc.identity.text', { address })}</p>
            <p className={styles.fingerprint}>{stage.fingerprint}</p>
            <div className={styles.ways}>
              <Button label={t('vnc.close')} look="outlined" onPress={onClose} />
              <Button
                label={t('vnc.identity.trust')}
                look="primary"
                onPress={() => connection?.trustServer()}
              />
            </div>
          </section>
        </div>
      );
    case 'over':
      return <div className={styles.stage}>{over({ stage, address, onAgain, onClose })}</div>;
  }
}

type Over = Pick<Props, 'address' | 'onAgain' | 'onClose'> & { stage: Extract<Stage, { stage: 'over' }> };

function over({ stage: { end }, address, onAgain, onClose }: Over) {
  const { title, text, again } = vncEndText(end, address);
  if (end.kind === 'not-let-in' && end.asked.length > 0) {
    const error =
      end.reason === ''
        ? t('vnc.credentials.not-let-in')
        : t('vnc.credentials.not-let-in-reason', { reason: end.reason });
    return <VncCredentialsForm address={address} needs={end.asked} error={error} onSubmit={onAgain} />;
  }
  return (
    <div role="alert">
      <EmptyState icon="warning" title={title} text={text}>
        <Button label={again} look="primary" onPress={() => onAgain(null)} />
        <Button label={t('vnc.close')} look="outlined" onPress={onClose} />
      </EmptyState>
    </div>
  );
}
