import type { SessionLinkState } from '#app/contracts/session-port.ts';
import { ScreenWait } from '../../../remote-screen/screen-wait.tsx';
import { t } from '../../../texts.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { INSTALL_LINE, screenEndText } from './screen-end-text.ts';
import type { ScreenStage as Stage } from './screen-feed.ts';
import styles from './screen-stage.module.css';

type Props = {
  stage: Stage;
  link: SessionLinkState;
  isDrawn: boolean;
  onOpen: () => void;
  onCancel: () => void;
};

/** What stands where no picture is (yet, or any more); over the picture, why it stands still. */
export function ScreenStage({ stage, link, isDrawn, onOpen, onCancel }: Props) {
  if (stage.stage === 'shared' && isDrawn) return link === 'connected' ? null : <BrokenLine link={link} />;
  if (stage.stage === 'asking' || stage.stage === 'shared') {
    const isThere = link === 'connected';
    return (
      <div className={styles.stage}>
        <ScreenWait
          key={link} // a line that is back is waited for anew
          what={t(isThere ? 'screen.asking' : `session-link.${link}`)}
          late={isThere ? t('screen.asking.late') : ''}
          onCancel={onCancel}
        />
      </div>
    );
  }
  const canOpen = link === 'connected';
  if (stage.stage === 'closed') {
    return (
      <div className={styles.stage}>
        <EmptyState icon="full-screen" title={t('screen.closed')} text={t('screen.closed.text')}>
          <Button label={t('screen.share')} look="primary" isDisabled={!canOpen} onPress={onOpen} />
        </EmptyState>
      </div>
    );
  }
  const { title, text } = screenEndText(stage.end);
  const wantsProgram = stage.end.reason === 'no-screen' && stage.end.trouble === 'no-program';
  return (
    <div className={styles.stage}>
      <div role="alert">
        <EmptyState icon="warning" title={title} text={text}>
          {wantsProgram && <InstallLine />}
          <Button label={t('screen.try-again')} look="primary" isDisabled={!canOpen} onPress={onOpen} />
        </EmptyState>
      </div>
    </div>
  );
}

function BrokenLine({ link }: { link: Exclude<SessionLinkState, 'connected'> }) {
  return (
    <p className={styles.broken} role="status">
      {link !== 'ended' && link !== 'broken' && <Spinner />}
      {t('screen.stands-still', { reason: t(`session-link.${link}`) })}
    </p>
  );
}

function InstallLine() {
  return (
    <span className={styles.install}>
      <code className={styles.line}>{INSTALL_LINE}</code>
      <Button label={t('screen.copy-line')} icon="copy" iconOnly onPress={() => copyText(INSTALL_LINE)} />
    </span>
  );
}
