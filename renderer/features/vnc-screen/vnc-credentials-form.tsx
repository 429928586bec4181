import { useState } from 'react';
import type { CredentialName, VncCredentials } from '../../remote-screen/vnc-connection.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './vnc-stage.module.css';

type Props = {
  address: string;
  needs: readonly CredentialName[];
  /** Why the last ones were not taken; null at first. */
  error: string | null;
  onSubmit: (credentials: VncCredentials) => void;
};

/** What the computer asks for. It lives in these fields alone, and goes with them. */
export function VncCredentialsForm({ address, needs, error, onSubmit }: Props) {
  const [credentials, setCredentials] = useState<VncCredentials>({});
  return (
    <form
      className={styles.card}
      aria-label={t('vnc.credentials.title', { address })}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ ...Object.fromEntries(needs.map((name) => [name, ''])), ...credentials });
      }}
    >
      <h2 className={styles.title}>{t('vnc.credentials.title', { address })}</h2>
      <p className={styles.text}>{t('vnc.credentials.text')}</p>
      {needs.map((name, place) => (
        <TextField
          key={name}
          label={t(`vnc.credentials.${name}`)}
          value={credentials[name] ?? ''}
          onChange={(value) => setCredentials((before) => ({ ...before, [name]: value }))}
          error={place === needs.length - 1 ? error : null}
          isSecret={name === 'password'}
          autoFocus={place === 0}
        />
      ))}
      <div className={styles.ways}>
        <Button label={t('vnc.credentials.submit')} look="primary" type="submit" />
      </div>
    </form>
  );
}
