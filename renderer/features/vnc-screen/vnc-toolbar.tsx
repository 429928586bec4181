import { ScreenTools } from '../../remote-screen/screen-tools.tsx';
import type { ScreenView } from '../../remote-screen/screen-view.ts';
import type { VncStage } from '../../remote-screen/vnc-connection.ts';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { WrittenText } from '../../ui/written-text.tsx';
import styles from './vnc-toolbar.module.css';

type Props = {
  name: string;
  address: string;
  stage: VncStage['stage'];
  view: ScreenView;
  isFullScreen: boolean;
  onView: (change: Partial<ScreenView>) => void;
  onCtrlAltDel: () => void;
  onFullScreen: (isFullScreen: boolean) => void;
  onEnd: () => void;
  ref: React.Ref<HTMLDivElement>;
};

/** Which computer this is, how the connection stands, and what can be done with its screen. */
export function VncToolbar({ name, address, stage, onEnd, ref, ...tools }: Props) {
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('vnc.toolbar')} ref={ref}>
      <h1 className={styles.name}>
        <WrittenText>{name}</WrittenText>
      </h1>
      <span className={styles.status} role="status" data-stage={stage}>
        <span className={styles.dot} aria-hidden="true" />
        {t(`vnc.status.${stage}`)}
      </span>
      <WrittenText className={styles.address}>{address}</WrittenText>
      <span className={styles.space} />
      <ScreenTools {...tools} isConnected={stage === 'connected'} />
      <Button label={t('vnc.end')} icon="end-session" look="outlined" onPress={onEnd} />
    </div>
  );
}
