import { useEffect, useState } from 'react';
import { useConsole } from '../store/console-context.tsx';
import type { RemoteDesktop } from '../store/messages-slice.ts';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import styles from './messages.module.css';

/** That a program was started leaves by itself: the program's own window says the rest. */
const STARTED_SHOWN_MS = 8_000;

type Props = { messageKey: number; remoteDesktop: RemoteDesktop };

/** A Local RDP was jumped to: the program that opens it, or where to connect to for want of one. */
export function RemoteDesktopText({ messageKey, remoteDesktop }: Props) {
  const { store } = useConsole();
  const { name, address, opened } = remoteDesktop;
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (opened !== 'program') return;
    const timer = setTimeout(() => store.getState().dismissMessage(messageKey), STARTED_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [opened, messageKey, store]);
  return (
    <div className={styles.text}>
      <bdi className={styles.about}>{name}</bdi>
      {remoteDesktop.opened === 'program' ? (
        <p>{t('remote-desktop.started', { program: remoteDesktop.program, address })}</p>
      ) : (
        <>
          <p>{t('remote-desktop.none', { address })}</p>
          <p>{t('remote-desktop.looked-for', { programs: remoteDesktop.lookedFor.join(', ') })}</p>
          <Button
            className={styles.act}
            label={t(isCopied ? 'remote-desktop.copied' : 'remote-desktop.copy')}
            icon={isCopied ? 'check' : 'copy'}
            look="outlined"
            onPress={() => {
              copyText(address);
              setCopied(true);
            }}
          />
        </>
      )}
    </div>
  );
}
