import type { ReactNode } from 'react';
import { t } from '../../texts.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { WrittenText } from '../../ui/written-text.tsx';
import type { VncStage } from './vnc-connection.ts';
import styles from './vnc-toolbar.module.css';

/** How the remote screen is used and shown. */
export type VncView = {
  readonly input: 'control' | 'view-only';
  readonly size: 'fit' | 'actual';
  readonly isClipboardShown: boolean;
};

type Props = {
  name: string;
  address: string;
  stage: VncStage['stage'];
  view: VncView;
  isFullScreen: boolean;
  onView: (change: Partial<VncView>) => void;
  onCtrlAltDel: () => void;
  onFullScreen: (isFullScreen: boolean) => void;
  onEnd: () => void;
  ref: React.Ref<HTMLDivElement>;
};

/** Which computer this is, how the connection stands, and what can be done with its screen. */
export function VncToolbar({ name, address, stage, view, isFullScreen, ref, ...on }: Props) {
  const isConnected = stage === 'connected';
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
      <Choices view={view} isDisabled={!isConnected} onView={on.onView}>
        <ToggleButton
          label={t('vnc.clipboard')}
          isOn={view.isClipboardShown}
          onChange={(isClipboardShown) => on.onView({ isClipboardShown })}
        />
      </Choices>
      <Button
        label={t('vnc.ctrl-alt-del')}
        isDisabled={!isConnected || view.input === 'view-only'}
        onPress={on.onCtrlAltDel}
      />
      <Button
        label={t(isFullScreen ? 'vnc.leave-full-screen' : 'vnc.full-screen')}
        icon="full-screen"
        iconOnly
        onPress={() => on.onFullScreen(!isFullScreen)}
      />
      <Button label={t('vnc.end')} icon="end-session" look="outlined" onPress={on.onEnd} />
    </div>
  );
}

type ChoicesProps = Pick<Props, 'view' | 'onView'> & { isDisabled: boolean; children: ReactNode };

function Choices({ view, isDisabled, onView, children }: ChoicesProps) {
  return (
    <>
      <Segments
        label={t('vnc.input')}
        value={view.input}
        options={[
          { value: 'control', label: t('vnc.input.control') },
          { value: 'view-only', label: t('vnc.input.view-only') },
        ]}
        onChange={(input) => onView({ input })}
        isDisabled={isDisabled}
      />
      <Segments
        label={t('vnc.size')}
        value={view.size}
        options={[
          { value: 'fit', label: t('vnc.size.fit') },
          { value: 'actual', label: t('vnc.size.actual') },
        ]}
        onChange={(size) => onView({ size })}
        isDisabled={isDisabled}
      />
      {children}
    </>
  );
}
