import { useEffect, useState } from 'react';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import styles from './session-key-dialog.module.css';

const SAID_MS = 2_000;

/** Copies, and says so for a moment in its own place. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <Button
      className={styles.copy}
      icon={isCopied ? 'check' : 'copy'}
      look="outlined"
      label={isCopied ? t('session-key.copied') : label}
      onPress={() => {
        copyText(text);
        setCopied(true);
      }}
    />
  );
}
