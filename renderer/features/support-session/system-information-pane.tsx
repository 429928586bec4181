import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../texts.ts';
import { copyText } from './copy-text.ts';
import { formatAge } from './durations.ts';
import type { SystemInformationState } from './session-connection.ts';
import styles from './system-information-pane.module.css';
import { SystemInformationSection } from './system-information-section.tsx';
import { systemInformationText } from './system-information-text.ts';
import { useClock } from './use-clock.ts';

type Props = {
  state: SystemInformationState;
  link: SessionLinkState;
  visible: boolean;
  onAskAgain: () => void;
};

/** What the computer says of itself, live, in its own order. */
export function SystemInformationPane({ state: { latest, trouble }, link, visible, onAskAgain }: Props) {
  const now = useClock(visible && latest !== null);
  const [copied, setCopied] = useState(false);

  function copyAll(): void {
    if (latest === null) return;
    copyText(systemInformationText(t, latest.information));
    setCopied(true);
  }

  return (
    <section className={styles.pane} aria-label={t('support-session.system-information')}>
      <div className={styles.strip}>
        <h2 className={styles.heading}>{t('support-session.system-information')}</h2>
        {latest !== null && (
          <span className={styles.age}>
            {t('system-information.age', { age: formatAge(t, now - latest.receivedAt) })}
          </span>
        )}
        <span className={styles.space} />
        {latest !== null && (
          <Button className={styles.button ?? ''} onPress={copyAll} onBlur={() => setCopied(false)}>
            {t(copied ? 'system-information.copied' : 'system-information.copy')}
          </Button>
        )}
      </div>
      {trouble !== null && (
        <div className={styles.trouble} role="status">
          <span>{t(`system-information.${trouble}`)}</span>
          {trouble === 'stopped' && link === 'connected' && (
            <Button className={styles.button ?? ''} onPress={onAskAgain}>
              {t('system-information.ask-again')}
            </Button>
          )}
        </div>
      )}
      {latest === null && trouble === null && link !== 'ended' && (
        <p className={styles.waiting}>{t('system-information.waiting')}</p>
      )}
      {latest !== null && (
        // Scrolled by the keyboard, so it takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
        <div className={styles.sections} tabIndex={0}>
          {latest.information.sections.map((section) => (
            <SystemInformationSection key={section.title} section={section} />
          ))}
        </div>
      )}
    </section>
  );
}
