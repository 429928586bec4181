import { t } from '../texts.ts';
import { Button } from '../ui/button.tsx';
import { Segments } from '../ui/segments.tsx';
import { ToggleButton } from '../ui/toggle-button.tsx';
import type { ScreenView } from './screen-view.ts';

type Props = {
  view: ScreenView;
  isConnected: boolean;
  isFullScreen: boolean;
  onView: (change: Partial<ScreenView>) => void;
  onCtrlAltDel: () => void;
  onFullScreen: (isFullScreen: boolean) => void;
};

/** What can be done with a remote screen: parts of a toolbar. */
export function ScreenTools({ view, isConnected, isFullScreen, onView, onCtrlAltDel, onFullScreen }: Props) {
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
        isDisabled={!isConnected}
      />
      <Segments
        label={t('vnc.size')}
        value={view.size}
        options={[
          { value: 'fit', label: t('vnc.size.fit') },
          { value: 'actual', label: t('vnc.size.actual') },
        ]}
        onChange={(size) => onView({ size })}
        isDisabled={!isConnected}
      />
      <ToggleButton
        label={t('vnc.clipboard')}
        isOn={view.isClipboardShown}
        onChange={(isClipboardShown) => onView({ isClipboardShown })}
      />
      <Button
        label={t('vnc.ctrl-alt-del')}
        isDisabled={!isConnected || view.input === 'view-only'}
        onPress={onCtrlAltDel}
      />
      <Button
        label={t(isFullScreen ? 'vnc.leave-full-screen' : 'vnc.full-screen')}
        icon="full-screen"
        iconOnly
        onPress={() => onFullScreen(!isFullScreen)}
      />
    </>
  );
}
