import { useEffect, useState } from 'react';
import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import styles from './screen-clipboard.module.css';

type Props = { remoteText: string; isDisabled: boolean; onSend: (text: string) => void };

/**
 * The other computer's clipboard, beside its screen. Nothing goes from one clipboard to the other by itself: what that
 * computer copies is not put into this one's, nor the reverse, unless somebody says so.
 */
export function ScreenClipboard({ remoteText, isDisabled, onSend }: Props) {
  const [text, setText] = useState(remoteText);
  useEffect(() => setText(remoteText), [remoteText]);
  return (
    <aside className={styles.clipboard} aria-label={t('vnc.clipboard')}>
      <p className={styles.note}>{t('vnc.clipboard.note')}</p>
      <textarea
        className={styles.text}
        aria-label={t('vnc.clipboard.text')}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.ways}>
        <Button
          label={t('vnc.clipboard.copy')}
          icon="copy"
          isDisabled={text === ''}
          onPress={() => copyText(text)}
        />
        <Button
          label={t('vnc.clipboard.send')}
          look="outlined"
          isDisabled={isDisabled || text === ''}
          onPress={() => onSend(text)}
        />
      </div>
    </aside>
  );
}
