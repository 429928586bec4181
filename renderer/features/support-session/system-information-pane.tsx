import { useState } from 'react';
import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { t } from '../../texts.ts';
import { formatAge } from '../../time.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { useNow } from '../../ui/use-now.ts';
import type { SystemInformationState } from './session-connection.ts';
import styles from './system-information-pane.module.css';
import { SystemInformationSection } from './system-information-section.tsx';
import { systemInformationText } from './system-information-text.ts';

type Props = {
  state: SystemInformationState;
  link: SessionLinkState;
  visible: boolean;
  onAskAgain: () => void;
};

/** What the computer says of itself, live, in its own order. */
export function SystemInformationPane({ state: { latest, trouble }, link, visible, onAskAgain }: Props) {
  const now = useNow(visible && latest !== null);
  const [copied, setCopied] = useState<SystemInformationState['latest']>(null);

  function copyAll(): void {
    if (latest === null) return;
    copyText(systemInformationText(t, latest.information));
    setCopied(latest);
  }

  return (
    <section className={styles.pane} aria-label={t('support-session.system-information')}>
      <div className={styles.strip}>
        <h2 className={styles.heading}>{t('support-session.system-information')}</h2>
        {latest !== null && (
          <span className={styles.age}>
            {t('system-information.age', { age: formatAge(now - latest.receivedAt), link })}
          </span>
        )}
        <span className={styles.space} />
        {latest !== null && (
          <Button
            label={t(copied === latest ? 'system-information.copied' : 'system-information.copy')}
            onPress={copyAll}
          />
        )}
      </div>
      {trouble !== null && (
        <div className={styles.trouble} role="status">
          <span>{t(`system-information.${trouble}`)}</span>
          {trouble === 'stopped' && link === 'connected' && (
            <Button label={t('system-information.ask-again')} onPress={onAskAgain} />
          )}
        </div>
      )}
      {latest === null && trouble === null && link !== 'ended' && (
        <p className={styles.waiting}>{t('system-information.waiting')}</p>
      )}
      {latest !== null && (
        // Scrolled by the keyboard, so it takes the focus.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
        <div className={styles.sections} data-outdated={link !== 'connected' || undefined} tabIndex={0}>
          {latest.information.sections.map((section, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a computer may send a title twice
            <SystemInformationSection key={`${section.title} ${place}`} section={section} />
          ))}
        </div>
      )}
    </section>
  );
}
